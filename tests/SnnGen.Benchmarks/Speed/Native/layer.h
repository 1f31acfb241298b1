// What both kinds of networks share: memory, neurons, and the readout of spike counts. AVX2.
#pragma once
#include <immintrin.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))
#define INLINE static inline __attribute__((always_inline))

enum { LANES = 8, SHORTS = 16, ALIGNMENT = 64 };

static inline int round_up(int value, int unit) { return (value + unit - 1) / unit * unit; }

static inline void *allocate(size_t bytes)
{
    size_t size = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return memset(aligned_alloc(ALIGNMENT, size), 0, size);
}

// Integers, one a neuron, padded to whole vectors. A threshold of the padding is never reached.
static inline int32_t *pad(const int32_t *values, int count, int padded, int32_t padding)
{
    int32_t *copy = allocate(padded * sizeof(int32_t));
    for (int i = 0; i < padded; i++)
        copy[i] = i < count ? values[i] : padding;
    return copy;
}

INLINE __m256i load(const void *from) { return _mm256_load_si256(from); }
INLINE void store(void *to, __m256i value) { _mm256_store_si256(to, value); }

// v <- v + I, and the threshold taken off where it is reached; the result is -1 there.
INLINE __m256i fire(__m256i *v, __m256i current, __m256i threshold)
{
    __m256i sum = _mm256_add_epi32(*v, current);
    __m256i silent = _mm256_cmpgt_epi32(threshold, sum);
    *v = _mm256_sub_epi32(sum, _mm256_andnot_si256(silent, threshold));
    return _mm256_xor_si256(silent, _mm256_set1_epi32(-1));
}

// Sixteen integers to sixteen shorts, in order.
INLINE __m256i narrow(__m256i low, __m256i high)
{
    return _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
}

INLINE __m256i widen_low(__m256i shorts) { return _mm256_cvtepi16_epi32(_mm256_castsi256_si128(shorts)); }
INLINE __m256i widen_high(__m256i shorts) { return _mm256_cvtepi16_epi32(_mm256_extracti128_si256(shorts, 1)); }

// The readout: its potentials after all steps follow from how often each neuron has spiked.
typedef struct
{
    int inputs, outputs;
    int8_t *weights; // quads of inputs x 16 outputs x 4
    int32_t *start;  // initial potentials and all biases
} readout;

static inline readout readout_create(int inputs, int outputs, int steps, const int8_t *w, const int32_t *bias, const int32_t *initial)
{
    readout r = { round_up(inputs, 32), outputs, 0, 0 };
    r.weights = allocate((size_t)r.inputs * SHORTS);
    r.start = allocate(SHORTS * sizeof(int32_t));
    for (int i = 0; i < inputs; i++)
        for (int j = 0; j < outputs; j++)
            r.weights[(i / 4 * SHORTS + j) * 4 + i % 4] = w[i * outputs + j];
    for (int j = 0; j < outputs; j++)
        r.start[j] = initial[j] + steps * bias[j];
    return r;
}

// counts: one byte a neuron, up to 127, so that a pair's sum fits a short; outputs up to 16.
INLINE int readout_run(const readout *r, const uint8_t *counts, int32_t *potentials)
{
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i low = load(r->start), high = load(r->start + LANES);
    for (int i = 0; i < r->inputs; i += 4)
    {
        int32_t quad;
        memcpy(&quad, counts + i, 4);
        if (quad == 0)
            continue;
        __m256i four = _mm256_set1_epi32(quad);
        const int8_t *w = r->weights + (size_t)i * SHORTS;
        low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_maddubs_epi16(four, load(w)), ones));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_maddubs_epi16(four, load(w + 32)), ones));
    }
    int32_t v[SHORTS] __attribute__((aligned(32)));
    store(v, low);
    store(v + LANES, high);
    int best = 0;
    for (int j = 0; j < r->outputs; j++)
    {
        potentials[j] = v[j];
        best = v[j] > v[best] ? j : best;
    }
    return best;
}
