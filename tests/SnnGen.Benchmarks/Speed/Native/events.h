// Spikes of a map as lists. A band is five rows of the map, the rows that one row of outputs sees. Its events are in order of
// their columns, so that the window of an output is one stretch of the list.
#pragma once
#include "layer.h"

enum { KERNEL = 5, IMAGE = 28, MAP1 = IMAGE - KERNEL + 1, POOLED1 = MAP1 / 2, MAP2 = POOLED1 - KERNEL + 1, POOLED2 = MAP2 / 2 };
enum { MOST_CHANNELS = 16, MOST_SLOTS = POOLED1 * KERNEL * MOST_CHANNELS / 2 };

typedef struct
{
    int start[POOLED1 + 1];              // events of column x: start[x] to start[x + 1]
    uint16_t where[MOST_SLOTS + LANES];  // rows of the weights, as seen by the output of column 0
    uint16_t pair[MOST_SLOTS + LANES];   // how often two channels have spiked, a byte each
} band;

// Which bytes of eight shorts to keep, for each set of them.
static __m128i kept[256];

static inline void events_create(void)
{
    for (int set = 0; set < 256; set++)
    {
        int8_t bytes[16], count = 0;
        memset(bytes, -1, sizeof bytes);
        for (int8_t lane = 0; lane < 8; lane++)
        {
            if (set >> lane & 1)
            {
                bytes[count++] = 2 * lane;
                bytes[count++] = 2 * lane + 1;
            }
        }
        memcpy(&kept[set], bytes, sizeof bytes);
    }
}

// counts: a byte a neuron, column by column, top to bottom, channels last; a few bytes beyond the map are read.
INLINE void list_band(band *list, const uint8_t *counts, int top, int channels)
{
    const int pairs = KERNEL * channels / 2, column = POOLED1 * channels;
    const __m128i lanes = _mm_setr_epi16(0, 1, 2, 3, 4, 5, 6, 7);
    int n = 0;
    for (int x = 0; x < POOLED1; x++)
    {
        const uint8_t *from = counts + x * column + top * channels;
        list->start[x] = n;
        for (int p = 0; p < pairs; p += 8)
        {
            __m128i values = _mm_loadu_si128((const void *)(from + 2 * p));
            __m128i empty = _mm_cmpeq_epi16(values, _mm_setzero_si128());
            int inside = pairs - p < 8 ? (1 << (pairs - p)) - 1 : 255;
            int set = ~_mm_movemask_epi8(_mm_packs_epi16(empty, empty)) & inside;
            __m128i positions = _mm_add_epi16(lanes, _mm_set1_epi16((short)(x * pairs + p)));
            _mm_storeu_si128((void *)(list->pair + n), _mm_shuffle_epi8(values, kept[set]));
            _mm_storeu_si128((void *)(list->where + n), _mm_shuffle_epi8(positions, kept[set]));
            n += __builtin_popcount((unsigned)set);
        }
    }
    list->start[POOLED1] = n;
}

// Weights of the output of column x, summed over its events: vectors of sixteen channels. Two's complement needs no care of
// sums in between, as long as the last one fits.
INLINE void window_sums(const band *list, const int8_t *weights, int x, int pairs, int vectors, __m256i *sum)
{
    for (int k = 0; k < vectors; k++)
        sum[k] = _mm256_setzero_si256();
    for (int e = list->start[x], end = list->start[x + KERNEL]; e < end; e++)
    {
        __m256i pair = _mm256_set1_epi16((short)list->pair[e]);
        const int8_t *row = weights + (list->where[e] - x * pairs) * vectors * 32;
        for (int k = 0; k < vectors; k++)
            sum[k] = _mm256_add_epi16(sum[k], _mm256_maddubs_epi16(pair, load(row + k * 32)));
    }
}

// Sixteen channels of a whole row of outputs. An event is seen by up to five of them, whose sums all stay in registers.
// weights: rows of the kernel x pairs of channels x columns of the kernel x 16 outputs x 2.
INLINE void row_of_sums(const band *list, const int8_t *weights, int pairs, __m256i sum[MAP2])
{
    for (int x = 0; x < MAP2; x++)
        sum[x] = _mm256_setzero_si256();
#pragma GCC unroll 12
    for (int column = 0; column < POOLED1; column++)
    {
        for (int e = list->start[column], end = list->start[column + 1]; e < end; e++)
        {
            __m256i pair = _mm256_set1_epi16((short)list->pair[e]);
            const int8_t *row = weights + (list->where[e] - column * pairs) * KERNEL * 32;
#pragma GCC unroll 5
            for (int tap = 0; tap < KERNEL; tap++)
            {
                int x = column - tap;
                if (x >= 0 && x < MAP2)
                    sum[x] = _mm256_add_epi16(sum[x], _mm256_maddubs_epi16(pair, load(row + tap * 32)));
            }
        }
    }
}
