package se.aviso.app.invoice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.aviso.link.InvoiceLinkPurpose;

/** A link that opens an invoice to whoever has it, in the form of the REST API; its secret is not known here. */
public record InvoiceLink(
        UUID id, InvoiceLinkPurpose purpose, Instant madeAt, Instant expiresAt, Optional<Instant> lastUsedAt) {}
