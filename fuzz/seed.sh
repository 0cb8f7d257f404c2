#!/bin/sh
# Fills corpus/reader with the test files, each after the byte that selects its kind.
set -eu
cd "$(dirname "$0")"
corpus=corpus/reader
mkdir -p "$corpus"
find ../tests/broken ../tests/departments -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*.yaml.txt' \) |
while IFS= read -r file; do
    # In the order of FILES in fuzz_targets/reader.rs.
    case "$file" in
        */rollemodel.yaml*) kind='\001' ;;
        */kurser.yaml*) kind='\002' ;;
        */afdeling.yaml*) kind='\003' ;;
        *.leder.yaml*) kind='\004' ;;
        *) kind='\000' ;;
    esac
    seed=$(mktemp "$corpus/.seed.XXXXXX")
    { printf "$kind"; cat "$file"; } > "$seed"
    mv "$seed" "$corpus/$(sha1sum "$seed" | cut -d' ' -f1)"
done
echo "$(find "$corpus" -type f | wc -l) seeds in fuzz/$corpus"
