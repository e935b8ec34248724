package se.aviso.app.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/**
 * Does what a request asks once, however often it comes.
 *
 * <p>The key's row is written first and in the same transaction as the work: a second request with the key waits on the
 * row until the first has ended, then gets its answer. Work that fails leaves no row, and may be tried again.
 */
@ApplicationScoped
@Transactional
public class Idempotency {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_KEY = 200;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    Asker asker;

    /**
     * Does the work, or answers as the first time.
     *
     * <p>A key belongs to who asked with it: from anybody else it is refused as one that was used for something else,
     * or they would be shown an answer without being asked for their rights.
     *
     * @param key the header {@code Idempotency-Key}
     * @param operation what the key is for, such as {@code POST /invoices}
     * @param request the request's body: text, bytes or the record that was read of it
     */
    public Answer once(@Nullable String key, String operation, Object request, Supplier<Answer> work) {
        var required = required(key);
        var hash = hash(asker.sign(), request);
        if (isFirst(required, operation, hash)) {
            var answer = work.get();
            remember(required, operation, answer);
            return answer;
        }
        return former(required, operation, hash);
    }

    private boolean isFirst(String key, String operation, String hash) {
        return sql.update(
                        "insert into idempotency_key (tenant_id, key, operation, body_hash, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        Tenancy.required(),
                        key,
                        operation,
                        hash,
                        clock.instant())
                == 1;
    }

    private void remember(String key, String operation, Answer answer) {
        sql.update(
                "update idempotency_key set status = ?, body = ?, location = ?"
                        + " where tenant_id = ? and key = ? and operation = ?",
                answer.status(),
                answer.body(),
                answer.location().map(URI::toString),
                Tenancy.required(),
                key,
                operation);
    }

    private Answer former(String key, String operation, String hash) {
        return sql.one(
                        "select body_hash, status, body, location from idempotency_key"
                                + " where tenant_id = ? and key = ? and operation = ?",
                        row -> former(row, hash),
                        Tenancy.required(),
                        key,
                        operation)
                .orElseThrow(() -> new IllegalStateException("an idempotency key vanished"));
    }

    private static Answer former(Row row, String hash) {
        if (!row.text("body_hash").equals(hash)) {
            throw new HttpProblem(UNPROCESSABLE, "idempotency-key-reused");
        }
        var location = row.optionalText("location").map(URI::create);
        return new Answer(row.integer("status"), row.text("body"), location);
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw HttpProblem.badRequest("idempotency-key-missing", List.of());
        }
        if (key.length() > LONGEST_KEY) {
            throw HttpProblem.badRequest("idempotency-key-too-long", List.of());
        }
        return key;
    }

    private static String hash(String asker, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(asker.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(bytes(request)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(Object request) {
        if (request instanceof byte[] bytes) {
            return bytes;
        }
        var text = request instanceof String plain ? plain : Json.write(request);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
