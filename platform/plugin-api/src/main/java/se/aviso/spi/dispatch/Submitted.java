package se.aviso.spi.dispatch;

import java.util.UUID;

/**
 * A message that was handed over.
 *
 * @param providerReference the receiver's own key, as the receipt gave it
 */
public record Submitted(UUID messageId, String providerReference) {}
