package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

/** Members of a tenant who log in by a link that is sent to them. */
final class Entering {
    static final String TENANT = "annan";
    static final String FORM = "/public/log-in.xhtml";
    static final String ENTER = "/public/enter.xhtml";
    static final String HOME = "/my/home.xhtml";

    private final Product product;
    private final SignUps people;
    private final Mails mails;

    Entering(Product product) {
        this.product = product;
        this.people = new SignUps(product);
        this.mails = new Mails(product.data());
    }

    /** Somebody new. */
    SignUps.Joined somebody() {
        return people.join("annan-ett", "ar");
    }

    /** Asks for a link, and reads the mail. */
    String linkFor(String asked) {
        var address = asked.contains("@") ? asked : addressOfNumber(asked);
        var before = mails.keys(address, "enter");
        assertThat(ask(asked).status()).isEqualTo(302);
        return mails.freshKey(address, "enter", before);
    }

    Surfer.Page ask(String asked) {
        return ask(new Surfer(product), asked);
    }

    static Surfer.Page ask(Surfer surfer, String asked) {
        return surfer.press(FORM, "ask", "send", Map.of("tenant", TENANT, "who", asked));
    }

    static Surfer.Page enter(Surfer surfer, String key) {
        return surfer.press(ENTER, "enter", "go", Map.of("key", key));
    }

    SignUps.Joined join(String name, String born, String email, String guardian) {
        var form = """
                {"person": {"givenName": "%s", "familyName": "Vårdnad", "born": "%s"%s},%s
                 "typeId": "ar", "paymentOption": "AVI", "channel": "EMAIL", "consents": ["privacy"]}
                """.formatted(
                name,
                born,
                email.isEmpty() ? "" : ", \"email\": \"" + email + "\"",
                guardian.isEmpty()
                        ? ""
                        : " \"guardian\": {\"name\": \"Mor\", \"email\": \"" + guardian + "\", \"consents\": true},");
        var answer = people.send("annan-ett", form, UUID.randomUUID().toString());
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return SignUps.Joined.of(answer.body());
    }

    String address(SignUps.Joined member) {
        return text("select email from member where id = '" + member.memberId() + "'");
    }

    String number(SignUps.Joined member) {
        return text("select number::text from member where id = '" + member.memberId() + "'");
    }

    private String addressOfNumber(String number) {
        return text("select email from member where number = " + number);
    }

    long waiting() {
        return product.books().number(TENANT, "select count(*) from login_link where next_attempt_at is not null");
    }

    private String text(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    void say(String statement) {
        assertThat(product.books().column(TENANT, statement)).isNotEmpty();
    }

    String withTenantOf(String key, String tenant) {
        var id = product.books().column(tenant, "select id::text from tenant where slug = '" + tenant + "'");
        return LinkKeys.withTenant(key, UUID.fromString(id.get(0)));
    }
}
