// Neurons of a dense layer over all steps.
#pragma once
#include "dense.h"

typedef struct
{
    int steps, layers;
    dense *layer;
    readout output;
    uint8_t *bits;      // spikes of a layer, steps x frame bytes
    uint16_t *where, *values;
    int *listed;        // spikes of step t: listed[t] to listed[t + 1]
    uint32_t *pixels;
    int32_t *currents;
    uint8_t *counts;
} mlp;

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

// A block of columns over all steps: rows come from the far caches once.
INLINE void run_block(mlp *net, const dense *d, int first, uint8_t *bits, int is_hidden, int is_last)
{
    __m256i v[2 * BLOCK];
    for (int k = 0; k < 2 * BLOCK; k++)
        v[k] = load(d->initial + first + k * LANES);
    __m256i counts[BLOCK] = { 0 };
    for (int t = 0; t < net->steps; t++)
    {
        __m256i sum[BLOCK];
        int from = net->listed[t], count = net->listed[t + 1] - from;
        if (is_hidden)
            row_sums(d, first, net->where + from, count, sum);
        else
            pair_sums(d, first, net->where + from, net->values + from, count, sum);
        for (int k = 0; k < BLOCK; k++)
        {
            int at = first + k * SHORTS;
            __m256i low = fire(&v[2 * k], current_of(d, at, widen_low(sum[k])), load(d->threshold + at));
            __m256i high = fire(&v[2 * k + 1], current_of(d, at + LANES, widen_high(sum[k])), load(d->threshold + at + LANES));
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
