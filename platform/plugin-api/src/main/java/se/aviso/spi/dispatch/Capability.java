package se.aviso.spi.dispatch;

/** What a channel can beside handing messages over. */
public enum Capability {
    /** It carries the documents themselves; a channel without it sends the text, with a link in it. */
    DOCUMENTS,
    /** It takes many documents as one file for a printer, and is handed larger chunks. */
    PRINT,
    /** Its provider tells by {@link Notice}s what became of messages. */
    NOTICES,
    /** Its provider can be asked what became of messages. */
    STATUS,
    /** What was handed over can be called back for a while. */
    CANCEL,
    /**
     * Its receivers are machines: it is told what the document says ({@link InvoiceFacts}).
     *
     * @since spi 1.5
     */
    FACTS
}
