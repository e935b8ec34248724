package se.aviso.bank.camt;

import java.util.Arrays;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;

/** Recognises a message by the namespace of its document element, whatever the character set of the file. */
final class Probe {
    private Probe() {}

    static Confidence of(Head head, Message message) {
        var bytes = Arrays.copyOf(head.bytes(), Math.min(head.bytes().length, Head.LENGTH));
        return Encoding.of(bytes)
                .map(encoding -> text(bytes, encoding))
                .filter(text -> text.stripLeading().startsWith("<") && message.beginsIn(text))
                .map(known -> Confidence.SURE)
                .orElse(Confidence.NONE);
    }

    private static String text(byte[] bytes, Encoding encoding) {
        return new String(bytes, encoding.mark(), bytes.length - encoding.mark(), encoding.charset());
    }
}
