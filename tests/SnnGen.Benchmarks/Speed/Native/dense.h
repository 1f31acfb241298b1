// A layer of integrate-and-fire neurons that every input reaches. Neighbouring inputs of the network are often active together:
// they go in fixed pairs, and one multiplication serves both. Spikes of hidden layers are rare: they pair up as they come.
#pragma once
#include "layer.h"

// Vectors of sixteen currents that stay in registers while the inputs pass by.
#define BLOCK 8

enum { COLUMNS = BLOCK * SHORTS, AHEAD = 8 };

typedef struct
{
    int inputs, neurons, stride, pairs, worth;
    int8_t *weights;     // blocks of columns x pairs x columns x 2, or of a hidden layer x inputs x columns as spread() says
    int16_t *wide;       // the same as shorts, where they fit the second-level cache
    int32_t *bias, *threshold, *initial;
} dense;

// Where a column lies in a row of a block, so that two rows that are interleaved give the columns in order.
INLINE int spread(int column) { return column / 32 * 32 + column % 16 / 8 * 16 + column % 32 / 16 * 8 + column % 8; }

static inline dense dense_create(int inputs, int neurons, int is_hidden, int worth, const int8_t *w, const int32_t *bias,
    const int32_t *threshold, const int32_t *initial)
{
    dense d = { .inputs = inputs, .neurons = neurons, .stride = round_up(neurons, COLUMNS), .pairs = (inputs + 1) / 2, .worth = worth };
    size_t size = (size_t)d.stride * d.pairs * 2;
    d.weights = allocate(size);
    for (int i = 0; i < inputs; i++)
    {
        for (int j = 0; j < neurons; j++)
        {
            size_t block = (size_t)(j / COLUMNS), column = (size_t)(j % COLUMNS);
            size_t at = is_hidden
                ? (block * inputs + i) * COLUMNS + spread((int)column)
                : ((block * d.pairs + i / 2) * COLUMNS + column) * 2 + i % 2;
            d.weights[at] = w[(size_t)i * neurons + j];
        }
    }
    if (!is_hidden && size <= 200 * 1024)
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

// Two lines from the far caches. Beyond the end of a list lies another row's number: fetching it does no harm.
INLINE void fetch(const int8_t *row)
{
    _mm_prefetch((const char *)row, _MM_HINT_T0);
    _mm_prefetch((const char *)row + 64, _MM_HINT_T0);
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
        if (!d->wide)
            fetch(d->weights + begin + (size_t)where[p + AHEAD] * COLUMNS * 2);
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

// Weights of a block of columns, summed over pairs of spikes, as shorts: the last sum fits, so those before it may wrap.
INLINE void pair_sums(const dense *d, int first, const uint16_t *where, const uint16_t *values, int count, __m256i sum[BLOCK])
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

// The same for the spikes of a hidden layer, two rows at a time.
INLINE void row_sums(const dense *d, int first, const uint16_t *where, int count, __m256i sum[BLOCK])
{
    static const int8_t none[COLUMNS] __attribute__((aligned(ALIGNMENT)));
    const __m256i ones = _mm256_set1_epi8(1);
    const int8_t *block = d->weights + (size_t)first * d->inputs;
    for (int k = 0; k < BLOCK; k++)
        sum[k] = _mm256_setzero_si256();
    for (int p = 0; p < count; p += 2)
    {
        const int8_t *a = block + (size_t)where[p] * COLUMNS, *b = p + 1 < count ? block + (size_t)where[p + 1] * COLUMNS : none;
        fetch(block + (size_t)where[p + AHEAD] * COLUMNS);
        fetch(block + (size_t)where[p + AHEAD + 1] * COLUMNS);
        for (int k = 0; k < BLOCK; k += 2)
        {
            __m256i from_a = load(a + k * SHORTS), from_b = load(b + k * SHORTS);
            sum[k] = _mm256_add_epi16(sum[k], _mm256_maddubs_epi16(ones, _mm256_unpacklo_epi8(from_a, from_b)));
            sum[k + 1] = _mm256_add_epi16(sum[k + 1], _mm256_maddubs_epi16(ones, _mm256_unpackhi_epi8(from_a, from_b)));
        }
    }
}
