package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.member.Discretion;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.RuleViolation;

/**
 * Shows what a dispatch has brought, as it was kept when it was handed over. What left before documents were kept is
 * made anew. Either is held against the hash of what was handed over: the same bytes, or none.
 */
@ApplicationScoped
@Transactional
public class ShowSentDocument {
    private static final System.Logger LOG = System.getLogger(ShowSentDocument.class.getName());

    @Inject
    Outbox outbox;

    @Inject
    SentDocumentStore documents;

    @Inject
    WriteMessages write;

    @Inject
    Discretion discretion;

    @Inject
    Caller caller;

    /**
     * The PDF as it was handed over.
     *
     * @throws RuleViolation where nothing was handed over yet, it has the address of somebody whose whereabouts the
     *     caller may not see, or it is not kept and what it was made of has been erased since, or another version of
     *     the writer made it in other bytes
     */
    public byte[] pdf(UUID id) {
        var sent = outbox.sent(id)
                .filter(found -> caller.may(Permission.DISPATCH_READ, found.path()))
                .orElseThrow(HttpProblem::notFound);
        if (!discretion.hidden(List.of(sent.member())).isEmpty()) {
            throw RuleViolation.of("protected-identity", Map.of());
        }
        var hash = sent.hash().orElseThrow(() -> RuleViolation.of("conflict-not-sent", Map.of()));
        return kept(id, sent.dispatch(), hash).orElseGet(() -> anew(sent, hash));
    }

    /** What does not come to its hash is not what was sent, and somebody has to hear of it. */
    private Optional<byte[]> kept(UUID id, Dispatch dispatch, String hash) {
        var kept = documents.pdf(dispatch.invoice(), hash);
        if (kept.isPresent() && !hash(kept.get()).equals(hash)) {
            LOG.log(System.Logger.Level.ERROR, "the document kept of dispatch " + id + " comes to other bytes");
            return Optional.empty();
        }
        return kept;
    }

    private byte[] anew(DispatchStore.Sent sent, String hash) {
        return write.pdf(
                        outbox.again(sent.dispatch(), sent.window()),
                        sent.dispatch(),
                        pdf -> hash(pdf).equals(hash))
                .orElseThrow(() -> changed(sent.writer()));
    }

    /** Why it is not the same: where the writer is another, nobody can tell whether anything else has changed. */
    static RuleViolation changed(int writer) {
        return writer == DocumentWriter.VERSION
                ? RuleViolation.of("conflict-document-changed", Map.of())
                : RuleViolation.of("conflict-document-writer", Map.of());
    }

    /** By which a document is known again. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
