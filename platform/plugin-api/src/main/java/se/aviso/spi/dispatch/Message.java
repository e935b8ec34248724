package se.aviso.spi.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One document for one recipient. Personal data: never logged.
 *
 * @param id the dispatch's id; the idempotency key of the hand-over
 * @param sender who the recipient sees as sender and can answer
 * @param recipient the address in the channel's own form: e-mail address, phone number, postal lines
 * @param body subject and text
 * @param attachments the documents
 * @param noticesTo the address that the provider calls to tell what became of it; empty where it cannot call
 * @param facts what the document says, for a channel with {@link Capability#FACTS}; empty of a document that is neither
 *     an invoice nor a credit note
 */
public record Message(
        UUID id,
        Sender sender,
        Recipient recipient,
        Body body,
        List<Attachment> attachments,
        String noticesTo,
        Optional<InvoiceFacts> facts) {
    public Message {
        attachments = List.copyOf(attachments);
    }

    /** One that people read. */
    public Message(
            UUID id, Sender sender, Recipient recipient, Body body, List<Attachment> attachments, String noticesTo) {
        this(id, sender, recipient, body, attachments, noticesTo, Optional.empty());
    }

    /** One of which nobody is told by a call. */
    public Message(UUID id, Sender sender, Recipient recipient, Body body, List<Attachment> attachments) {
        this(id, sender, recipient, body, attachments, "");
    }

    /** Who the recipient sees as sender, and where an answer goes; {@code replyTo} is empty where none is wanted. */
    public record Sender(String name, String replyTo) {}

    /** Who gets the message, and the address in the channel's own form. */
    public record Recipient(String name, String address) {}

    /** What the message says: a subject of one line, and plain text whose lines end in {@code \n}. */
    public record Body(String subject, String text) {}

    /** A file that goes with the message. */
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two attachments
    public record Attachment(String fileName, String mediaType, byte[] content) {}
}
