#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Time UDPipe 1 beside `mahdar readings` on the same news: words a second of CPU on one core, and the ratio.

usage: measure_peer.py PUD NEWS [--mahdar build/mahdar] [--lines N]

PUD is a treebank in CoNLL-U from which UDPipe learns its tokenizer and its tagger with lemmas (no parser); NEWS has
articles as JSON lines with "text". Needs the Python package ufal.udpipe; where it is missing, says so and ends.
Both read the same text and write CoNLL-U; words are those between blanks. Learning does not count.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

TIMES = 10


def texts_of(path, lines):
    texts = []
    for line in path.open(encoding="utf-8"):
        texts.append(json.loads(line)["text"].replace("\n\n", "\n"))
        if len(texts) == lines:
            break
    return texts


def pipe_of(udpipe, treebank):
    """A pipeline that has learned the treebank, and its model, which must outlive it."""
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(treebank.read_text(encoding="utf-8"))
    sentences, sentence, error = udpipe.Sentences(), udpipe.Sentence(), udpipe.ProcessingError()
    while reader.nextSentence(sentence, error):
        sentences.append(sentence)
        sentence = udpipe.Sentence()
    made = udpipe.Trainer.train("morphodita_parsito", sentences, udpipe.Sentences(), "epochs=5",
                                "iterations=5", udpipe.Trainer.NONE, error)
    if error.occurred():
        sys.exit(error.message)
    with tempfile.NamedTemporaryFile() as file:
        file.write(made if isinstance(made, bytes) else made.encode("utf-8", "surrogateescape"))
        file.flush()
        model = udpipe.Model.load(file.name)
    return model, udpipe.Pipeline(model, "tokenize", udpipe.Pipeline.DEFAULT, udpipe.Pipeline.NONE, "conllu")


def peer_seconds(pipe, texts):
    begin = time.process_time()
    for text in texts:
        pipe.process(text)
    return time.process_time() - begin


def own_seconds(mahdar, texts, times):
    """Of reading them so many times, so that the start does not count."""
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, str(i)) for i in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([mahdar, "readings", *files * times], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=pathlib.Path)
    parser.add_argument("news", type=pathlib.Path)
    parser.add_argument("--mahdar", default="build/mahdar")
    parser.add_argument("--lines", type=int, default=100)
    args = parser.parse_args()
    try:
        import ufal.udpipe as udpipe
    except ImportError:
        print("skipped: the Python package ufal.udpipe is not installed")
        return 0
    texts = texts_of(args.news, args.lines)
    words = sum(len(text.split()) for text in texts)
    model, pipe = pipe_of(udpipe, args.treebank)
    peer = words / peer_seconds(pipe, texts)
    del pipe, model
    own = words * TIMES / own_seconds(args.mahdar, texts, TIMES)
    print("| | words a second of CPU |\n|---|--:|")
    print(f"| UDPipe 1, tokenizer, tags and lemmas | {peer:,.0f} |\n| `mahdar readings` | {own:,.0f} |")
    print(f"| ratio | {own / peer:,.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
