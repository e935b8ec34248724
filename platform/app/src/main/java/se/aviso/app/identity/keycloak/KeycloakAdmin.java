package se.aviso.app.identity.keycloak;

import static se.aviso.app.identity.keycloak.KeycloakCalls.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.identity.TaskFailed;
import se.aviso.app.identity.TaskFailure;
import se.aviso.app.server.KeycloakAccess;

/**
 * Organisations, accounts and sessions in Keycloak. Each method sees to it that something is so, whether or not it was:
 * what a broken connection hid is found at the next time.
 */
@Dependent
public class KeycloakAdmin {
    private static final Duration MAIL_LASTS = Duration.ofDays(7);
    private static final List<String> ACTIONS = List.of("VERIFY_EMAIL", "UPDATE_PASSWORD");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int THERE_ALREADY = 409;
    private static final int MAIL_FAILED = 500;

    private final KeycloakAccess config;
    private final Clock clock;
    private volatile @Nullable KeycloakCalls calls;

    @Inject
    public KeycloakAdmin(KeycloakAccess config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Somebody's account.
     *
     * @param isTheirs true when its owner has proven the address and chosen a password, or logs in elsewhere
     */
    public record Account(String id, boolean isTheirs) {}

    /** The id of the organisation of that name, which is made where there is none. Names that people see may repeat. */
    public String organisation(String slug, String name) {
        return found(slug).orElseGet(() -> {
            var body = Map.of("name", slug, "alias", slug, "description", name, "enabled", true);
            var made = calls().call("POST", "/organizations", body, THERE_ALREADY);
            return made.status() == THERE_ALREADY
                    ? found(slug).orElseThrow(() -> new TaskFailed(TaskFailure.REFUSED, "the organisation is hidden"))
                    : made.made();
        });
    }

    /** The account of that address, which is made where there is none; one that is shut is a failure. */
    public Account account(String email, String name) {
        var known = byEmail(email);
        if (known.isEmpty()) {
            var made = calls().call("POST", "/users", person(email, name), THERE_ALREADY);
            if (made.status() != THERE_ALREADY) {
                return new Account(made.made(), false);
            }
            known = byEmail(email);
        }
        var account = known.orElseThrow(() -> new TaskFailed(TaskFailure.REFUSED, "the account is hidden"));
        if (!account.path("enabled").asBoolean()) {
            throw new TaskFailed(TaskFailure.ACCOUNT_SHUT, "the account is disabled");
        }
        var theirs = account.path("emailVerified").asBoolean()
                && account.path("requiredActions").isEmpty();
        return new Account(account.path("id").asText(), theirs);
    }

    /** The account is a member of the organisation. */
    public void join(String organisation, String account) {
        var answer = calls().call(
                        "POST",
                        "/organizations/" + organisation + "/members",
                        account,
                        THERE_ALREADY,
                        BAD_REQUEST,
                        NOT_FOUND);
        if (answer.status() == BAD_REQUEST || answer.status() == NOT_FOUND) {
            throw new TaskFailed(TaskFailure.ACCOUNT_UNKNOWN, "no account to join with");
        }
    }

    /** Keycloak mails a link by which the owner proves the address and chooses a password. */
    public void mail(String account) {
        var access = config.access().orElseThrow();
        var path = "/users/" + encoded(account) + "/execute-actions-email?client_id=" + encoded(access.loginClient())
                + "&redirect_uri=" + encoded(access.home().toString()) + "&lifespan=" + MAIL_LASTS.toSeconds();
        if (calls().call("PUT", path, ACTIONS, MAIL_FAILED).status() == MAIL_FAILED) {
            throw new TaskFailed(TaskFailure.MAIL_NOT_SENT, "Keycloak could not send its mail");
        }
    }

    /** All sessions of the account end, and Keycloak tells its clients so; an account that is gone has none. */
    public void endSessions(String account) {
        calls().call("POST", "/users/" + encoded(account) + "/logout", null, NOT_FOUND);
    }

    /**
     * The account, by its id or its address, is no member of the organisation any more. Where accounts are there for
     * Aviso alone, one that no organisation has is no more.
     */
    public void farewell(String organisation, String accountOrEmail) {
        var account = accountOrEmail.contains("@")
                ? byEmail(accountOrEmail).map(found -> found.path("id").asText())
                : Optional.of(accountOrEmail);
        account.ifPresent(this::endSessions);
        account.map(KeycloakCalls::encoded).ifPresent(id -> leave(organisation, id));
    }

    private void leave(String organisation, String account) {
        calls().call("DELETE", "/organizations/" + organisation + "/members/" + account, null, NOT_FOUND, BAD_REQUEST);
        if (config.access().orElseThrow().ownsAccounts() && isNobodys(account)) {
            calls().call("DELETE", "/users/" + account, null, NOT_FOUND);
        }
    }

    private boolean isNobodys(String account) {
        var tenants = calls().call("GET", "/organizations/members/" + account + "/organizations", null, NOT_FOUND);
        return tenants.status() != NOT_FOUND && tenants.body().isEmpty();
    }

    /** The identity provider of that alias belongs to the organisation. */
    public void link(String organisation, String alias) {
        var path = "/organizations/" + organisation + "/identity-providers";
        if (calls().call("POST", path, alias, THERE_ALREADY, BAD_REQUEST).status() == BAD_REQUEST) {
            throw new TaskFailed(TaskFailure.LINK_UNKNOWN, "no such identity provider, or another organisation's");
        }
    }

    private Optional<String> found(String slug) {
        var all = calls().call("GET", "/organizations?exact=true&max=10&search=" + encoded(slug), null)
                .body();
        for (var each : all) {
            if (each.path("alias").asText().equals(slug)) {
                return Optional.of(each.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> byEmail(String email) {
        var all = calls().call("GET", "/users?exact=true&max=2&email=" + encoded(email), null)
                .body();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    private static Map<String, Object> person(String email, String name) {
        var parts = name.strip().split("\\s+", 2);
        return Map.of(
                "username",
                email,
                "email",
                email,
                "firstName",
                parts[0],
                "lastName",
                parts.length > 1 ? parts[1] : "",
                "enabled",
                true,
                "requiredActions",
                ACTIONS);
    }

    private KeycloakCalls calls() {
        var ready = calls;
        if (ready == null) {
            ready = new KeycloakCalls(config.access().orElseThrow(), clock);
            calls = ready;
        }
        return ready;
    }
}
