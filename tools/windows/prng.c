/* The random number generator of bcryptprimitives.dll, which Rust's library needs and wine 8 lacks. */
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
