// Dense layers of integrate-and-fire neurons that reset by subtraction, and an integrating readout: written by hand for
// these networks, to see how close generated code comes. Layers pass on whole trains, not steps, so that a weight that
// was fetched serves all steps. The caller makes sure that no potential saturates.
#include "dense.h"

typedef struct
{
    int steps, layers;
    dense *layer;
    readout output;
    uint8_t *bits[2];   // spikes of a layer, steps x frame bytes
    uint16_t *where, *values;
    int *listed;        // spikes of step t: listed[t] to listed[t + 1]
    uint32_t *pixels;
    int32_t *currents;
    uint8_t *counts;
} mlp;

EXPORT void *mlp_create(int steps, int layers, const int *sizes, const int *worth, const int8_t *const *weights,
    const int32_t *const *bias, const int32_t *const *threshold, const int32_t *const *initial)
{
    mlp *net = allocate(sizeof(mlp));
    int last = layers - 1, widest = 0;
    net->steps = steps;
    net->layers = last;
    net->layer = allocate(last * sizeof(dense));
    for (int l = 0; l < last; l++)
        net->layer[l] = dense_create(sizes[l], sizes[l + 1], worth[l], weights[l], bias[l], threshold[l], initial[l]);
    net->output = readout_create(sizes[last], sizes[layers], steps, weights[last], bias[last], initial[last]);
    for (int l = 0; l < layers; l++)
        widest = sizes[l] > widest ? sizes[l] : widest;
    widest = round_up(widest, COLUMNS);
    for (int side = 0; side < 2; side++)
        net->bits[side] = allocate((size_t)steps * widest / 8);
    net->where = allocate((size_t)steps * widest / 2 * sizeof(uint16_t));
    net->values = allocate((size_t)steps * widest / 2 * sizeof(uint16_t));
    net->listed = allocate((steps + 1) * sizeof(int));
    net->pixels = allocate((size_t)widest * sizeof(uint32_t));
    net->currents = allocate((size_t)widest * sizeof(int32_t));
    net->counts = allocate(widest);
    return net;
}

// One step of sixteen neurons; their spikes as bits.
INLINE int step(const dense *d, int at, __m256i *low, __m256i *high, __m256i current_low, __m256i current_high)
{
    __m256i first = fire(low, current_low, load(d->threshold + at));
    __m256i second = fire(high, current_high, load(d->threshold + at + LANES));
    return _mm256_movemask_ps(_mm256_castsi256_ps(first)) | _mm256_movemask_ps(_mm256_castsi256_ps(second)) << LANES;
}

static void run_held(mlp *net, const dense *d, uint8_t *bits)
{
    for (int at = 0; at < d->stride; at += SHORTS)
    {
        __m256i low = load(d->initial + at), high = load(d->initial + at + LANES);
        for (int t = 0; t < net->steps; t++)
        {
            uint16_t spikes = (uint16_t)step(d, at, &low, &high, load(net->currents + at), load(net->currents + at + LANES));
            memcpy(bits + ((size_t)t * d->stride + at) / 8, &spikes, 2);
        }
    }
}

// The readout needs no trains.
static void count_held(mlp *net, const dense *d)
{
    for (int at = 0; at < d->stride; at += LANES)
    {
        __m256i v = load(d->initial + at), current = load(net->currents + at), threshold = load(d->threshold + at);
        __m256i count = _mm256_setzero_si256();
        for (int t = 0; t < net->steps; t++)
            count = _mm256_sub_epi32(count, fire(&v, current, threshold));
        __m256i bytes = _mm256_packs_epi16(narrow(count, count), _mm256_setzero_si256());
        _mm_storel_epi64((void *)(net->counts + at), _mm256_castsi256_si128(bytes));
    }
}

INLINE __m256i current_of(const dense *d, int at, __m256i sum)
{
    __m256i weighted = d->worth == 1 ? sum : _mm256_mullo_epi32(sum, _mm256_set1_epi32(d->worth));
    return _mm256_add_epi32(weighted, load(d->bias + at));
}

static void list(mlp *net, const uint64_t *words, int inputs, int frame_words)
{
    for (int t = 0; t < net->steps; t++)
        net->listed[t + 1] = net->listed[t] + list_spikes(
            words + (size_t)t * frame_words, inputs, net->where + net->listed[t], net->values + net->listed[t]);
}

// A block of columns over all steps: rows come from the far caches once.
static void run_block(mlp *net, const dense *d, int first, uint8_t *bits, int is_last)
{
    __m256i v[2 * BLOCK];
    for (int k = 0; k < 2 * BLOCK; k++)
        v[k] = load(d->initial + first + k * LANES);
    __m256i counts[BLOCK] = { 0 };
    for (int t = 0; t < net->steps; t++)
    {
        __m256i sum[BLOCK], total[2 * BLOCK];
        int from = net->listed[t], count = net->listed[t + 1] - from;
        spike_sums(d, first, net->where + from, net->values + from, count < LONGEST_RUN ? count : LONGEST_RUN, sum);
        for (int k = 0; k < 2 * BLOCK; k++)
            total[k] = k % 2 ? widen_high(sum[k / 2]) : widen_low(sum[k / 2]);
        for (int run = LONGEST_RUN; run < count; run += LONGEST_RUN)
        {
            int rest = count - run < LONGEST_RUN ? count - run : LONGEST_RUN;
            spike_sums(d, first, net->where + from + run, net->values + from + run, rest, sum);
            for (int k = 0; k < 2 * BLOCK; k++)
                total[k] = _mm256_add_epi32(total[k], k % 2 ? widen_high(sum[k / 2]) : widen_low(sum[k / 2]));
        }
        for (int k = 0; k < BLOCK; k++)
        {
            int at = first + k * SHORTS;
            __m256i low = fire(&v[2 * k], current_of(d, at, total[2 * k]), load(d->threshold + at));
            __m256i high = fire(&v[2 * k + 1], current_of(d, at + LANES, total[2 * k + 1]), load(d->threshold + at + LANES));
            __m256i spikes = narrow(low, high);
            counts[k] = _mm256_sub_epi16(counts[k], spikes);
            if (!is_last)
            {
                __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(spikes, spikes), 0xD8);
                uint16_t mask = (uint16_t)_mm256_movemask_epi8(packed);
                memcpy(bits + ((size_t)t * d->stride + at) / 8, &mask, 2);
            }
        }
    }
    for (int k = 0; is_last && k < BLOCK; k++)
    {
        __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi16(counts[k], counts[k]), 0xD8);
        _mm_store_si128((void *)(net->counts + first + k * SHORTS), _mm256_castsi256_si128(packed));
    }
}

static int run_rest(mlp *net, int l, int side, int32_t *potentials)
{
    for (; l < net->layers; l++, side ^= 1)
    {
        const dense *d = &net->layer[l];
        for (int first = 0; first < d->stride; first += COLUMNS)
            run_block(net, d, first, net->bits[side], l == net->layers - 1);
        if (l < net->layers - 1)
            list(net, (const uint64_t *)net->bits[side], d->neurons, d->stride / 64);
    }
    return readout_run(&net->output, net->counts, potentials);
}

EXPORT int mlp_run(void *network, const uint8_t *image, int32_t *potentials)
{
    mlp *net = network;
    const dense *d = &net->layer[0];
    int count = list_pairs(image, d->inputs, net->where, net->pixels);
    for (int first = 0; first < d->stride; first += BLOCK * LANES)
        held_currents(d, first, net->where, net->pixels, count, net->currents);
    if (net->layers == 1)
    {
        count_held(net, d);
        return readout_run(&net->output, net->counts, potentials);
    }
    run_held(net, d, net->bits[0]);
    list(net, (const uint64_t *)net->bits[0], d->neurons, d->stride / 64);
    return run_rest(net, 1, 1, potentials);
}

EXPORT int mlp_run_spikes(void *network, const uint64_t *words, int frame_words, int32_t *potentials)
{
    mlp *net = network;
    list(net, words, net->layer[0].inputs, frame_words);
    return run_rest(net, 0, 0, potentials);
}
