// A layer of integrate-and-fire neurons that every input reaches. Inputs go in pairs: one multiplication serves both.
#pragma once
#include "layer.h"

// Vectors of sixteen currents that stay in registers while the inputs pass by.
#define BLOCK 8

enum { COLUMNS = BLOCK * SHORTS, LONGEST_RUN = 128 };

typedef struct
{
    int inputs, neurons, stride, pairs, worth;
    int8_t *weights;     // blocks of columns x pairs x columns x 2
    int16_t *wide;       // the same as shorts, where they fit the second-level cache
    int32_t *bias, *threshold, *initial;
} dense;

static inline dense dense_create(
    int inputs, int neurons, int worth, const int8_t *w, const int32_t *bias, const int32_t *threshold, const int32_t *initial)
{
    dense d = { inputs, neurons, round_up(neurons, COLUMNS), (inputs + 1) / 2, worth };
    size_t size = (size_t)d.stride * d.pairs * 2;
    d.weights = allocate(size);
    for (int i = 0; i < inputs; i++)
        for (int j = 0; j < neurons; j++)
            d.weights[(((size_t)(j / COLUMNS) * d.pairs + i / 2) * COLUMNS + j % COLUMNS) * 2 + i % 2] = w[(size_t)i * neurons + j];
    if (size <= 200 * 1024)
    {
        d.wide = allocate(size * sizeof(int16_t));
        for (size_t k = 0; k < size; k++)
            d.wide[k] = d.weights[k];
    }
    d.bias = pad(bias, neurons, d.stride, 0);
    d.threshold = pad(threshold, neurons, d.stride, INT32_MAX);
    d.initial = pad(initial, neurons, d.stride, 0);
    return d;
}

// Pairs of bytes that are not both zero: where they are, and their values as two shorts.
INLINE int list_pairs(const uint8_t *image, int inputs, uint16_t *where, uint32_t *values)
{
    int count = 0, i = 0;
    for (; i + 32 <= inputs; i += 32)
    {
        __m256i empty = _mm256_cmpeq_epi16(_mm256_loadu_si256((const void *)(image + i)), _mm256_setzero_si256());
        uint32_t used = ~(uint32_t)_mm256_movemask_epi8(empty) & 0x55555555u;
        for (; used != 0; used &= used - 1)
        {
            int at = i + __builtin_ctz(used);
            where[count] = (uint16_t)(at / 2);
            values[count++] = image[at] | (uint32_t)image[at + 1] << 16;
        }
    }
    for (; i < inputs; i += 2)
    {
        uint32_t value = image[i] | (i + 1 < inputs ? (uint32_t)image[i + 1] << 16 : 0);
        where[count] = (uint16_t)(i / 2);
        values[count] = value;
        count += value != 0;
    }
    return count;
}

// Pairs of spikes: their two bytes, repeated.
INLINE int list_spikes(const uint64_t *words, int inputs, uint16_t *where, uint16_t *values)
{
    static const uint16_t bytes[4] = { 0, 1, 256, 257 };
    int count = 0;
    for (int i = 0; i < inputs; i += 64)
    {
        uint64_t word = words[i / 64];
        for (uint64_t used = (word | word >> 1) & 0x5555555555555555u; used != 0; used &= used - 1)
        {
            int at = __builtin_ctzll(used);
            where[count] = (uint16_t)((i + at) / 2);
            values[count++] = bytes[word >> at & 3];
        }
    }
    return count;
}

// Currents of half a block of columns under an image.
INLINE void held_currents(const dense *d, int first, const uint16_t *where, const uint32_t *values, int count, int32_t *currents)
{
    __m256i sum[BLOCK];
    size_t begin = ((size_t)(first / COLUMNS) * d->pairs * COLUMNS + first % COLUMNS) * 2;
    for (int k = 0; k < BLOCK; k++)
        sum[k] = load(d->bias + first + k * LANES);
    for (int p = 0; p < count; p++)
    {
        __m256i pair = _mm256_set1_epi32((int)values[p]);
        size_t at = begin + (size_t)where[p] * COLUMNS * 2;
        for (int k = 0; k < BLOCK; k++)
        {
            __m256i w = d->wide
                ? load(d->wide + at + k * SHORTS)
                : _mm256_cvtepi8_epi16(_mm_load_si128((const void *)(d->weights + at + k * SHORTS)));
            sum[k] = _mm256_add_epi32(sum[k], _mm256_madd_epi16(w, pair));
        }
    }
    for (int k = 0; k < BLOCK; k++)
        store(currents + first + k * LANES, sum[k]);
}

// Weights of a block of columns, summed over spikes, as shorts.
INLINE void spike_sums(const dense *d, int first, const uint16_t *where, const uint16_t *values, int count, __m256i sum[BLOCK])
{
    const int8_t *block = d->weights + (size_t)first * d->pairs * 2;
    for (int k = 0; k < BLOCK; k++)
        sum[k] = _mm256_setzero_si256();
    for (int p = 0; p < count; p++)
    {
        __m256i pair = _mm256_set1_epi16((short)values[p]);
        const int8_t *row = block + (size_t)where[p] * COLUMNS * 2;
        for (int k = 0; k < BLOCK; k++)
            sum[k] = _mm256_add_epi16(sum[k], _mm256_maddubs_epi16(pair, load(row + k * 32)));
    }
}
