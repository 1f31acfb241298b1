// The first layer of a convolutional network: a convolution of the image, whose currents are the same at all steps.
#pragma once
#include "events.h"

enum { PAIRS = (KERNEL + 1) / 2, TAPS = KERNEL * PAIRS };

typedef struct
{
    int16_t *weights;    // rows of the kernel x pairs of columns x channels, padded x 2
    int32_t *bias, *threshold, *initial;
    int16_t *image;
    int32_t *currents;   // places of the map x channels, padded
} image_layer;

static inline image_layer image_create(
    int channels, const int8_t *w, const int32_t *bias, const int32_t *threshold, const int32_t *initial)
{
    int padded = round_up(channels, LANES);
    image_layer layer;
    layer.weights = allocate(sizeof(int16_t) * TAPS * padded * 2);
    for (int ky = 0; ky < KERNEL; ky++)
        for (int kx = 0; kx < KERNEL; kx++)
            for (int c = 0; c < channels; c++)
                layer.weights[((ky * PAIRS + kx / 2) * padded + c) * 2 + kx % 2] = w[(ky * KERNEL + kx) * channels + c];
    layer.bias = pad(bias, channels, padded, 0);
    layer.threshold = pad(threshold, channels, padded, INT32_MAX);
    layer.initial = pad(initial, channels, padded, 0);
    layer.image = allocate(sizeof(int16_t) * (IMAGE * IMAGE + SHORTS));
    layer.currents = allocate(sizeof(int32_t) * MAP1 * MAP1 * padded);
    return layer;
}

// Four places in a row at once: each weight that is loaded serves all.
INLINE void convolve(image_layer *layer, const uint8_t *image, int vectors)
{
    for (int i = 0; i < IMAGE * IMAGE; i += SHORTS)
        store(layer->image + i, _mm256_cvtepu8_epi16(_mm_loadu_si128((const void *)(image + i))));
    for (int place = 0; place < MAP1 * MAP1; place += 4)
    {
        const int16_t *window = layer->image + place / MAP1 * IMAGE + place % MAP1;
        __m256i sum[4][2];
        for (int p = 0; p < 4; p++)
            for (int k = 0; k < vectors; k++)
                sum[p][k] = load(layer->bias + k * LANES);
        for (int tap = 0; tap < TAPS; tap++)
        {
            const int16_t *w = layer->weights + tap * vectors * SHORTS;
            const int16_t *from = window + tap / PAIRS * IMAGE + tap % PAIRS * 2;
            for (int p = 0; p < 4; p++)
            {
                int32_t two;
                memcpy(&two, from + p, sizeof two);
                for (int k = 0; k < vectors; k++)
                    sum[p][k] = _mm256_add_epi32(sum[p][k], _mm256_madd_epi16(_mm256_set1_epi32(two), load(w + k * SHORTS)));
            }
        }
        for (int p = 0; p < 4; p++)
            for (int k = 0; k < vectors; k++)
                store(layer->currents + ((place + p) * vectors + k) * LANES, sum[p][k]);
    }
}

// Spikes of a window of the first pooling at one step, a byte a channel, added up.
INLINE __m128i bytes_of(__m256i low, __m256i high)
{
    __m256i shorts = narrow(low, high);
    return _mm_packs_epi16(_mm256_castsi256_si128(shorts), _mm256_extracti128_si256(shorts, 1));
}

INLINE void sum_first(const image_layer *layer, const int32_t *window, int steps, uint8_t *spikes, size_t map)
{
    const int next[4] = { 0, 2 * LANES, MAP1 * 2 * LANES, (MAP1 + 1) * 2 * LANES };
    __m256i v[4][2], threshold[2] = { load(layer->threshold), load(layer->threshold + LANES) };
    for (int p = 0; p < 4; p++)
        for (int k = 0; k < 2; k++)
            v[p][k] = load(layer->initial + k * LANES);
    for (int t = 0; t < steps; t++)
    {
        __m256i count[2] = { 0 };
        for (int k = 0; k < 2; k++)
            for (int p = 0; p < 4; p++)
                count[k] = _mm256_sub_epi32(count[k], fire(&v[p][k], load(window + next[p] + k * LANES), threshold[k]));
        _mm_storeu_si128((void *)(spikes + t * map), bytes_of(count[0], count[1]));
    }
}

// The largest current of a window that is held leads it at every step.
INLINE void max_first(const image_layer *layer, const int32_t *window, int steps, uint8_t *spikes, size_t map)
{
    __m256i current = _mm256_max_epi32(
        _mm256_max_epi32(load(window), load(window + LANES)),
        _mm256_max_epi32(load(window + MAP1 * LANES), load(window + (MAP1 + 1) * LANES)));
    __m256i v = load(layer->initial), threshold = load(layer->threshold), zero = _mm256_setzero_si256();
    for (int t = 0; t < steps; t++)
    {
        __m256i count = _mm256_sub_epi32(zero, fire(&v, current, threshold));
        _mm_storel_epi64((void *)(spikes + t * map), bytes_of(count, zero));
    }
}

// Spikes of all steps, pooled, column by column, top to bottom.
INLINE void image_run(image_layer *layer, const uint8_t *image, int steps, uint8_t *spikes, size_t map, int channels, int is_max)
{
    const int vectors = (channels + LANES - 1) / LANES;
    convolve(layer, image, vectors);
    for (int x = 0; x < POOLED1; x++)
    {
        for (int y = 0; y < POOLED1; y++)
        {
            const int32_t *window = layer->currents + (2 * y * MAP1 + 2 * x) * vectors * LANES;
            uint8_t *to = spikes + (x * POOLED1 + y) * channels;
            if (is_max)
                max_first(layer, window, steps, to, map);
            else
                sum_first(layer, window, steps, to, map);
        }
    }
}
