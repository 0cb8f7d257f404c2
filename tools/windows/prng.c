/* What wine 8 lacks of bcryptprimitives.dll, and Rust's library asks for: random bytes. */
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
