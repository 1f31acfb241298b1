// Dense layers of integrate-and-fire neurons that reset by subtraction, and an integrating readout: written by hand for
// these networks, to see how close generated code comes. Layers pass on whole trains, not steps, so that a weight that
// was fetched serves all steps. The caller makes sure that no potential saturates.
#include "population.h"
#include "lists.h"

EXPORT void *mlp_create(int steps, int layers, const int *sizes, const int *worth, const int8_t *const *weights,
    const int32_t *const *bias, const int32_t *const *threshold, const int32_t *const *initial)
{
    lists_create();
    mlp *net = allocate(sizeof(mlp));
    int last = layers - 1, widest = 0;
    net->steps = steps;
    net->layers = last;
    net->layer = allocate(last * sizeof(dense));
    for (int l = 0; l < last; l++)
        net->layer[l] = dense_create(sizes[l], sizes[l + 1], l > 0, worth[l], weights[l], bias[l], threshold[l], initial[l]);
    net->output = readout_create(sizes[last], sizes[layers], steps, weights[last], bias[last], initial[last]);
    for (int l = 0; l < layers; l++)
        widest = sizes[l] > widest ? sizes[l] : widest;
    widest = round_up(widest, COLUMNS);
    net->bits = allocate((size_t)steps * widest / 8);
    net->where = allocate(((size_t)steps * widest + AHEAD + 2) * sizeof(uint16_t));
    net->values = allocate(((size_t)steps * widest / 2 + AHEAD) * sizeof(uint16_t));
    net->listed = allocate((steps + 1) * sizeof(int));
    net->pixels = allocate((size_t)widest * sizeof(uint32_t));
    net->currents = allocate((size_t)widest * sizeof(int32_t));
    net->counts = allocate(widest);
    return net;
}

// What the spikes of a layer's source are, for all steps.
static void list(mlp *net, int l, const uint64_t *words, int frame_words)
{
    int inputs = net->layer[l].inputs;
    for (int t = 0; t < net->steps; t++, words += frame_words)
    {
        uint16_t *where = net->where + net->listed[t];
        net->listed[t + 1] = net->listed[t] + (l > 0
            ? list_rows(words, inputs, where)
            : list_pairs_of_spikes(words, inputs, where, net->values + net->listed[t]));
    }
}

// The layers from l on, of which the spikes of the source are listed.
static int run_rest(mlp *net, int l, int32_t *potentials)
{
    for (; l < net->layers; l++)
    {
        const dense *d = &net->layer[l];
        int is_last = l == net->layers - 1;
        for (int first = 0; first < d->stride; first += COLUMNS)
        {
            if (l > 0)
                run_block(net, d, first, net->bits, 1, is_last);
            else
                run_block(net, d, first, net->bits, 0, is_last);
        }
        if (!is_last)
            list(net, l + 1, (const uint64_t *)net->bits, d->stride / 64);
    }
    return readout_run(&net->output, net->counts, potentials);
}

EXPORT int mlp_run(void *network, const uint8_t *image, int32_t *potentials)
{
    mlp *net = network;
    const dense *d = &net->layer[0];
    int count = list_pairs_of_pixels(image, d->inputs, net->where, net->pixels);
    for (int first = 0; first < d->stride; first += BLOCK * LANES)
        held_currents(d, first, net->where, net->pixels, count, net->currents);
    if (net->layers == 1)
    {
        count_held(net, d);
        return readout_run(&net->output, net->counts, potentials);
    }
    run_held(net, d, net->bits);
    list(net, 1, (const uint64_t *)net->bits, d->stride / 64);
    return run_rest(net, 1, potentials);
}

EXPORT int mlp_run_spikes(void *network, const uint64_t *words, int frame_words, int32_t *potentials)
{
    mlp *net = network;
    list(net, 0, words, frame_words);
    return run_rest(net, 0, potentials);
}
