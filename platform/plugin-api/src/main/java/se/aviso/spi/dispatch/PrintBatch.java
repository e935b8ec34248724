package se.aviso.spi.dispatch;

import java.util.List;

/**
 * Messages whose documents stand in one file for a printer, one behind the other.
 *
 * @param messages without attachments of their own
 * @param pdf the documents of all of them
 * @param pages where each of them stands, in the order of the messages
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two batches
public record PrintBatch(List<Message> messages, byte[] pdf, List<Pages> pages) {
    /** @throws IllegalArgumentException when a message has no place, or a place no message */
    public PrintBatch {
        messages = List.copyOf(messages);
        pages = List.copyOf(pages);
        if (messages.size() != pages.size()) {
            throw new IllegalArgumentException(messages.size() + " messages on " + pages.size() + " places");
        }
    }

    /** From a page to a page, both included; the first one of the file is 1. */
    public record Pages(int first, int last) {
        /** @throws IllegalArgumentException when it ends before it begins, or begins before the file */
        public Pages {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("no pages " + first + " to " + last);
            }
        }

        /** How many there are. */
        public int count() {
            return last - first + 1;
        }
    }
}
