package se.aviso.spi.dispatch;

/**
 * What a provider says on its own about messages: the body of a callback, a mail that came back, a file of receipts.
 *
 * @param key tells it from the provider's other notices; the same one may come several times
 * @param mediaType as it was sent, such as {@code application/x-www-form-urlencoded} or {@code message/rfc822}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two notices
public record Notice(String key, String mediaType, byte[] content) {}
