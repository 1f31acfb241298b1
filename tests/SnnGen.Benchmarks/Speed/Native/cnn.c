// Two convolutions of 5 x 5 with pooling of 2 x 2 after each, and an integrating readout, on images of 28 x 28: written by hand
// for these networks, to see how close generated code comes. Neurons integrate and fire and reset by subtraction. Pooling
// either sums the spikes, or takes the maximum of the currents. The caller makes sure that no potential saturates.
#include "image.h"

typedef struct
{
    int steps, channels;
    image_layer first;
    int8_t *weights;     // columns of the kernel x rows x pairs of channels x outputs x 2; of maxima see row_of_sums
    int32_t *bias, *threshold, *initial;
    readout output;
    uint8_t *spikes;     // of the first layer: steps x map
    size_t map;
    uint8_t counts[POOLED2 * POOLED2 * 64] __attribute__((aligned(32)));
    band *bands;         // steps x 2
} cnn;

EXPORT void *cnn_create(int steps, int channels1, int channels2, int is_max, const int8_t *const *weights,
    const int32_t *const *bias, const int32_t *const *threshold, const int32_t *const *initial)
{
    cnn *net = allocate(sizeof(cnn));
    events_create();
    net->steps = steps;
    net->channels = channels2;
    net->first = image_create(channels1, weights[0], bias[0], threshold[0], initial[0]);
    net->weights = allocate((size_t)KERNEL * KERNEL * channels1 * channels2);
    for (int c = 0; c < channels1; c++)
        for (int ky = 0; ky < KERNEL; ky++)
            for (int kx = 0; kx < KERNEL; kx++)
                for (int j = 0; j < channels2; j++)
                {
                    int pair = ky * (channels1 / 2) + c / 2;
                    int row = is_max ? pair * KERNEL + kx : kx * KERNEL * (channels1 / 2) + pair;
                    net->weights[(row * channels2 + j) * 2 + c % 2] = weights[1][((c * KERNEL + ky) * KERNEL + kx) * channels2 + j];
                }
    net->bias = pad(bias[1], channels2, channels2, 0);
    net->threshold = pad(threshold[1], channels2, channels2, 0);
    net->initial = pad(initial[1], channels2, channels2, 0);
    net->output = readout_create(POOLED2 * POOLED2 * channels2, 10, steps, weights[2], bias[2], initial[2]);
    net->map = (size_t)POOLED1 * POOLED1 * channels1 + 64;
    net->spikes = allocate(net->map * steps);
    net->bands = allocate(sizeof(band) * steps * 2);
    return net;
}

// Sixteen neurons through one step: their spikes, as shorts of 0 or -1.
INLINE __m256i fire_shorts(const cnn *net, int channel, __m256i *v, __m256i low, __m256i high)
{
    return narrow(fire(v, low, load(net->threshold + channel)), fire(v + 1, high, load(net->threshold + channel + LANES)));
}

// One place of the second layer over all steps; its counts are added to those of its window.
INLINE void sum_place(cnn *net, int row, int x, int pairs, int vectors, uint8_t *counts)
{
    __m256i v[2 * 4], total[4] = { 0 };
    for (int k = 0; k < 2 * vectors; k++)
        v[k] = load(net->initial + k * LANES);
    for (int t = 0; t < net->steps; t++)
    {
        __m256i sum[4];
        window_sums(&net->bands[2 * t + row], net->weights, x, pairs, vectors, sum);
        for (int k = 0; k < vectors; k++)
        {
            __m256i low = _mm256_add_epi32(widen_low(sum[k]), load(net->bias + k * SHORTS));
            __m256i high = _mm256_add_epi32(widen_high(sum[k]), load(net->bias + k * SHORTS + LANES));
            total[k] = _mm256_sub_epi16(total[k], fire_shorts(net, k * SHORTS, &v[2 * k], low, high));
        }
    }
    for (int k = 0; k < vectors; k++)
    {
        __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(total[k]), _mm256_extracti128_si256(total[k], 1));
        __m128i *to = (__m128i *)(counts + k * SHORTS);
        _mm_store_si128(to, _mm_add_epi8(_mm_load_si128(to), bytes));
    }
}

// Four windows of two rows over all steps: each place lags behind its window's leader, and the leader's gain is the current.
INLINE void max_rows(cnn *net, int pairs, uint8_t *counts)
{
    __m256i v[POOLED2][2], deficit[POOLED2][4][2], total[POOLED2];
    memset(deficit, 0, sizeof deficit);
    memset(total, 0, sizeof total);
    for (int window = 0; window < POOLED2; window++)
        for (int half = 0; half < 2; half++)
            v[window][half] = load(net->initial + half * LANES);
    for (int t = 0; t < net->steps; t++)
    {
        __m256i sum[2][MAP2];
        row_of_sums(&net->bands[2 * t], net->weights, pairs, sum[0]);
        row_of_sums(&net->bands[2 * t + 1], net->weights, pairs, sum[1]);
        for (int window = 0; window < POOLED2; window++)
        {
            __m256i current[2];
            for (int half = 0; half < 2; half++)
            {
                __m256i *d = &deficit[window][0][half], most = _mm256_set1_epi32(INT32_MIN);
                for (int place = 0; place < 4; place++)
                {
                    __m256i shorts = sum[place / 2][2 * window + place % 2];
                    __m256i gain = _mm256_add_epi32(half ? widen_high(shorts) : widen_low(shorts), load(net->bias + half * LANES));
                    d[2 * place] = _mm256_add_epi32(d[2 * place], gain);
                    most = _mm256_max_epi32(most, d[2 * place]);
                }
                for (int place = 0; place < 4; place++)
                    d[2 * place] = _mm256_sub_epi32(d[2 * place], most);
                current[half] = most;
            }
            total[window] = _mm256_sub_epi16(total[window], fire_shorts(net, 0, v[window], current[0], current[1]));
        }
    }
    for (int window = 0; window < POOLED2; window++)
    {
        __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(total[window]), _mm256_extracti128_si256(total[window], 1));
        _mm_store_si128((__m128i *)counts + window, bytes);
    }
}

INLINE int run(cnn *net, const uint8_t *image, int32_t *potentials, int channels, int vectors, int is_max)
{
    const int pairs = KERNEL * channels / 2;
    image_run(&net->first, image, net->steps, net->spikes, net->map, channels, is_max);
    memset(net->counts, 0, sizeof net->counts);
    for (int y = 0; y < MAP2; y += 2)
    {
        for (int t = 0; t < net->steps; t++)
            for (int row = 0; row < 2; row++)
                list_band(&net->bands[2 * t + row], net->spikes + t * net->map, y + row, channels);
        uint8_t *counts = net->counts + y / 2 * POOLED2 * vectors * SHORTS;
        if (is_max)
            max_rows(net, pairs, counts);
        for (int place = 0; !is_max && place < 2 * MAP2; place++)
            sum_place(net, place / MAP2, place % MAP2, pairs, vectors, counts + place % MAP2 / 2 * vectors * SHORTS);
    }
    return readout_run(&net->output, net->counts, potentials);
}

EXPORT int cnn_run_sum(void *network, const uint8_t *image, int32_t *potentials) { return run(network, image, potentials, 12, 4, 0); }

EXPORT int cnn_run_max(void *network, const uint8_t *image, int32_t *potentials) { return run(network, image, potentials, 8, 1, 1); }
