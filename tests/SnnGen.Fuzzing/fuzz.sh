#!/usr/bin/env bash
# fuzz.sh <target> <seconds>: AFL++ by hand (apt-get install afl++). What it finds stays in artifacts/fuzzing/<target>.
set -euo pipefail
target=${1:?target} seconds=${2:?seconds}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${FUZZ_OUTPUT:-$here/../../artifacts/fuzzing}/$target
mkdir -p "$out"

dotnet build "$here" -c Release --nologo -v quiet
dotnet "$here/bin/Release/net10.0/SnnGen.Fuzzing.dll" instrument "$out/program"

# The heap is bounded in the program itself: the address space of .NET says nothing of what it uses.
export DOTNET_GCHeapHardLimit=0x40000000 DOTNET_TieredPGO=0
export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
afl-fuzz -i "$here/Corpus/$target" -o "$out/findings" -m none -t 10000+ -V "$seconds" -- \
  dotnet "$out/program/SnnGen.Fuzzing.dll" afl "$target" "$out/faults"
grep -E 'execs_done|execs_per_sec|edges_found|corpus_count|saved_crashes|saved_hangs' "$out/findings/default/fuzzer_stats"
