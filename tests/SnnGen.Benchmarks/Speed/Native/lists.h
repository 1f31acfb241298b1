// What is active, as lists.
#pragma once
#include "layer.h"

// Pairs of bytes that are not both zero: where they are, and their values as two shorts.
INLINE int list_pairs_of_pixels(const uint8_t *image, int inputs, uint16_t *where, uint32_t *values)
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

// The pairs of a byte of spikes that are not both silent: where they are, and their two bytes, repeated.
typedef struct
{
    uint16_t where[4], values[4];
    int count;
} byte_pairs;

static byte_pairs pairs_of[256];

static inline void lists_create(void)
{
    static const uint16_t bytes[4] = { 0, 1, 256, 257 };
    for (int spikes = 0; spikes < 256; spikes++)
    {
        byte_pairs *pairs = &pairs_of[spikes];
        pairs->count = 0;
        for (int p = 0; p < 4; p++)
        {
            int two = spikes >> 2 * p & 3;
            pairs->where[pairs->count] = (uint16_t)p;
            pairs->values[pairs->count] = bytes[two];
            pairs->count += two != 0;
        }
    }
}

// Eight inputs at a time, without a branch that spikes decide. Up to three entries beyond the list are written.
INLINE int list_pairs_of_spikes(const uint64_t *words, int inputs, uint16_t *where, uint16_t *values)
{
    int count = 0;
    for (int i = 0; i < inputs; i += 64)
    {
        uint64_t word = words[i / 64];
        for (int p = i / 2; word != 0; word >>= 8, p += 4)
        {
            const byte_pairs *pairs = &pairs_of[word & 255];
            uint64_t four;
            memcpy(&four, pairs->where, sizeof four);
            four += 0x0001000100010001u * (uint64_t)p;
            memcpy(where + count, &four, sizeof four);
            memcpy(values + count, pairs->values, sizeof four);
            count += pairs->count;
        }
    }
    return count;
}

// Spikes one by one.
INLINE int list_rows(const uint64_t *words, int inputs, uint16_t *where)
{
    int count = 0;
    for (int i = 0; i < inputs; i += 64)
    {
        for (uint64_t word = words[i / 64]; word != 0; word &= word - 1)
            where[count++] = (uint16_t)(i + __builtin_ctzll(word));
    }
    return count;
}
