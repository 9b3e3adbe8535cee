/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reed-solomon.h"

#include <string.h>

#define MAX_ERROR_CODEWORDS 68

/* powers[i] = αⁱ */
static const guint8 powers[255] = {
  1,   2,   4,   8,   16,  32,  64,  128, 45,  90,  180, 69,  138, 57,  114, 228, 229, 231, 227, 235, 251, 219,
  155, 27,  54,  108, 216, 157, 23,  46,  92,  184, 93,  186, 89,  178, 73,  146, 9,   18,  36,  72,  144, 13,
  26,  52,  104, 208, 141, 55,  110, 220, 149, 7,   14,  28,  56,  112, 224, 237, 247, 195, 171, 123, 246, 193,
  175, 115, 230, 225, 239, 243, 203, 187, 91,  182, 65,  130, 41,  82,  164, 101, 202, 185, 95,  190, 81,  162,
  105, 210, 137, 63,  126, 252, 213, 135, 35,  70,  140, 53,  106, 212, 133, 39,  78,  156, 21,  42,  84,  168,
  125, 250, 217, 159, 19,  38,  76,  152, 29,  58,  116, 232, 253, 215, 131, 43,  86,  172, 117, 234, 249, 223,
  147, 11,  22,  44,  88,  176, 77,  154, 25,  50,  100, 200, 189, 87,  174, 113, 226, 233, 255, 211, 139, 59,
  118, 236, 245, 199, 163, 107, 214, 129, 47,  94,  188, 85,  170, 121, 242, 201, 191, 83,  166, 97,  194, 169,
  127, 254, 209, 143, 51,  102, 204, 181, 71,  142, 49,  98,  196, 165, 103, 206, 177, 79,  158, 17,  34,  68,
  136, 61,  122, 244, 197, 167, 99,  198, 161, 111, 222, 145, 15,  30,  60,  120, 240, 205, 183, 67,  134, 33,
  66,  132, 37,  74,  148, 5,   10,  20,  40,  80,  160, 109, 218, 153, 31,  62,  124, 248, 221, 151, 3,   6,
  12,  24,  48,  96,  192, 173, 119, 238, 241, 207, 179, 75,  150,
};

/* logarithms[αⁱ] = i; there is none of 0 */
static const guint8 logarithms[256] = {
  0,   0,   1,   240, 2,   225, 241, 53,  3,   38,  226, 133, 242, 43,  54,  210, 4,   195, 39,  114, 227, 106,
  134, 28,  243, 140, 44,  23,  55,  118, 211, 234, 5,   219, 196, 96,  40,  222, 115, 103, 228, 78,  107, 125,
  135, 8,   29,  162, 244, 186, 141, 180, 45,  99,  24,  49,  56,  13,  119, 153, 212, 199, 235, 91,  6,   76,
  220, 217, 197, 11,  97,  184, 41,  36,  223, 253, 116, 138, 104, 193, 229, 86,  79,  171, 108, 165, 126, 145,
  136, 34,  9,   74,  30,  32,  163, 84,  245, 173, 187, 204, 142, 81,  181, 190, 46,  88,  100, 159, 25,  231,
  50,  207, 57,  147, 14,  67,  120, 128, 154, 248, 213, 167, 200, 63,  236, 110, 92,  176, 7,   161, 77,  124,
  221, 102, 218, 95,  198, 90,  12,  152, 98,  48,  185, 179, 42,  209, 37,  132, 224, 52,  254, 239, 117, 233,
  139, 22,  105, 27,  194, 113, 230, 206, 87,  158, 80,  189, 172, 203, 109, 175, 166, 62,  127, 247, 146, 66,
  137, 192, 35,  252, 10,  183, 75,  216, 31,  83,  33,  73,  164, 144, 85,  170, 246, 65,  174, 61,  188, 202,
  205, 157, 143, 169, 82,  72,  182, 215, 191, 251, 47,  178, 89,  151, 101, 94,  160, 123, 26,  112, 232, 21,
  51,  238, 208, 131, 58,  69,  148, 18,  15,  16,  68,  17,  121, 149, 129, 19,  155, 59,  249, 70,  214, 250,
  168, 71,  201, 156, 64,  60,  237, 130, 111, 20,  93,  122, 177, 150,
};

static inline guint8
multiply (guint8 a, guint8 b)
{
  return a && b ? powers[(logarithms[a] + logarithms[b]) % 255] : 0;
}

static inline guint8
divide (guint8 a, guint8 b)
{
  return a ? powers[(logarithms[a] + 255 - logarithms[b]) % 255] : 0;
}

/* @terms: lowest power first */
static guint8
evaluate (const guint8 *terms, int degree, guint8 x)
{
  guint8 value = 0;

  for (int i = degree; i >= 0; i--)
    value = multiply (value, x) ^ terms[i];
  return value;
}

static gboolean
find_syndromes (const guint8 *codewords, int count, int n, guint8 *syndromes)
{
  guint8 any = 0;

  for (int i = 0; i < n; i++)
    {
      guint8 value = 0;

      for (int k = 0; k < count; k++)
        value = multiply (value, powers[i + 1]) ^ codewords[k];
      syndromes[i] = value;
      any |= value;
    }
  return any != 0;
}

/* Berlekamp–Massey. Returns: the degree of the error locator, its terms lowest power first */
static int
find_locator (const guint8 *syndromes, int n, guint8 *locator)
{
  guint8 previous[MAX_ERROR_CODEWORDS + 1] = { 1 };
  guint8 last_discrepancy = 1;
  int degree = 0;
  int gap = 1;

  memset (locator, 0, MAX_ERROR_CODEWORDS + 1);
  locator[0] = 1;
  for (int i = 0; i < n; i++)
    {
      guint8 before[MAX_ERROR_CODEWORDS + 1];
      guint8 discrepancy = syndromes[i];
      guint8 factor;

      for (int k = 1; k <= degree; k++)
        discrepancy ^= multiply (locator[k], syndromes[i - k]);
      if (discrepancy == 0)
        {
          gap++;
          continue;
        }
      memcpy (before, locator, sizeof before);
      factor = divide (discrepancy, last_discrepancy);
      for (int k = gap; k <= n; k++)
        locator[k] ^= multiply (factor, previous[k - gap]);
      if (2 * degree > i)
        {
          gap++;
          continue;
        }
      degree = i + 1 - degree;
      memcpy (previous, before, sizeof previous);
      last_discrepancy = discrepancy;
      gap = 1;
    }
  return degree;
}

/* Chien's search. Returns: the number of places found; each is a power of x, the last codeword being 0 */
static int
find_places (const guint8 *locator, int degree, int count, int *places)
{
  int found = 0;

  for (int place = 0; place < count && found < degree; place++)
    if (evaluate (locator, degree, powers[(255 - place) % 255]) == 0)
      places[found++] = place;
  return found;
}

/* Forney: the error is evaluator (1/x) / locator' (1/x), for roots that start at α¹. */
static guint8
find_value (const guint8 *evaluator, int n, const guint8 *locator, int degree, int place)
{
  guint8 inverse = powers[(255 - place) % 255];
  guint8 square = multiply (inverse, inverse);
  guint8 derivative = 0;

  for (int i = degree - (degree % 2 == 0); i >= 1; i -= 2)
    derivative = multiply (derivative, square) ^ locator[i];
  return derivative ? divide (evaluate (evaluator, n - 1, inverse), derivative) : 0;
}

int
madaf_data_matrix_correct (guint8 *codewords, int count, int error_codewords)
{
  guint8 syndromes[MAX_ERROR_CODEWORDS];
  guint8 locator[MAX_ERROR_CODEWORDS + 1];
  guint8 evaluator[MAX_ERROR_CODEWORDS] = { 0 };
  int places[MAX_ERROR_CODEWORDS];
  int n = error_codewords;
  int degree;

  g_return_val_if_fail (count <= 255 && n <= MAX_ERROR_CODEWORDS && n < count, -1);
  if (!find_syndromes (codewords, count, n, syndromes))
    return 0;
  degree = find_locator (syndromes, n, locator);
  if (degree > n / 2 || find_places (locator, degree, count, places) != degree)
    return -1;
  for (int i = 0; i < n; i++)
    for (int k = 0; k <= MIN (i, degree); k++)
      evaluator[i] ^= multiply (locator[k], syndromes[i - k]);
  for (int i = 0; i < degree; i++)
    codewords[count - 1 - places[i]] ^= find_value (evaluator, n, locator, degree, places[i]);
  return find_syndromes (codewords, count, n, syndromes) ? -1 : degree;
}
