package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A member without an account logs in by a link that is sent to the address on file, once. */
@OnRunningProduct
class LogInLinkIT {
    private static final String TENANT = "annan";
    private static final String FORM = "/public/log-in.xhtml";
    private static final String ENTER = "/public/enter.xhtml";
    private static final String HOME = "/my/home.xhtml";

    private final Product product;
    private final SignUps people;
    private final Mails mails;

    LogInLinkIT(Product product) {
        this.product = product;
        this.people = new SignUps(product);
        this.mails = new Mails(product.data());
    }

    @Test
    void ofSixteenWhoPressAtOnceOneIsIn() throws Exception {
        var member = people.join("annan-ett", "ar");
        var key = linkFor(address(member));
        for (var look = 0; look < 3; look++) {
            assertThat(new Surfer(product).get(ENTER + "?key=" + key).body()).contains("id=\"go\"");
        }
        var threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Surfer.Page> press = () -> enter(new Surfer(product), key);
            var answers = threads.invokeAll(Collections.nCopies(16, press)).stream()
                    .map(LogInLinkIT::done)
                    .toList();
            assertThat(answers.stream().filter(page -> page.status() == 302)).hasSize(1);
            assertThat(answers.stream().filter(page -> page.status() == 404)).hasSize(15);
        } finally {
            threads.shutdown();
        }
        assertThat(product.books()
                        .number(
                                TENANT,
                                "select count(*) from login_link where used_at is not null and mailbox = '"
                                        + address(member) + "'"))
                .isOne();
    }

    @Test
    void whoIsInSeesTheirOwnAndNothingElse() {
        var member = people.join("annan-ett", "ar");
        var other = people.join("annan-ett", "ar");
        var guest = new Surfer(product);
        guest.get(ENTER + "?key=x");
        var before = guest.session();
        var key = linkFor(number(member));
        assertThat(enter(guest, key).header("location")).endsWith(HOME);
        assertThat(guest.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(guest.get(HOME).body()).contains(member.ocr()).doesNotContain(other.ocr());
        assertThat(guest.get("/my/invoice.xhtml?id=" + member.invoiceId()).status())
                .isEqualTo(200);
        assertThat(guest.get("/my/document.pdf?id=" + member.invoiceId()).status())
                .isEqualTo(200);
        assertThat(guest.get("/my/invoice.xhtml?id=" + other.invoiceId()).status())
                .isEqualTo(404);
        assertThat(guest.get("/my/document.pdf?id=" + other.invoiceId()).status())
                .isEqualTo(404);
        for (var page : List.of("/home/home.xhtml", "/member/list.xhtml", "/invoice/list.xhtml", "/audit/list.xhtml")) {
            assertThat(guest.get(page).status()).as(page).isEqualTo(403);
        }
        for (var call : List.of("me", "me/invoices", "invoices", "members")) {
            assertThat(guest.get("/api/v1/" + call).status()).as(call).isEqualTo(401);
        }
    }

    @Test
    void aVisitorIsSpokenToAsTheBrowserAsksUntilTheyChoose() {
        var page = FORM + "?tenant=" + TENANT;
        var visitor = new Surfer(product);
        assertThat(visitor.get(page, "Accept-Language", "en-GB,en;q=0.9").body())
                .contains("lang=\"en\"");
        assertThat(visitor.get(page, "Accept-Language", "de").body()).contains("lang=\"sv\"");
        visitor.get("/public/language?language=sv&back=" + FORM);
        assertThat(visitor.get(page, "Accept-Language", "en-GB").body()).contains("lang=\"sv\"");
    }

    @Test
    void whoLogsOutIsOutAndIsLedBackToTheChoice() {
        var member = people.join("annan-ett", "ar");
        var guest = new Surfer(product);
        enter(guest, linkFor(address(member)));
        var out = guest.post("/log-out", Map.of("leave", "yes"));
        assertThat(out.header("location")).endsWith(FORM + "?tenant=" + TENANT);
        var asked = guest.get(HOME);
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("location")).contains(FORM + "?to=");
    }

    @Test
    void whoLosesTheAddressLosesTheSession() {
        var member = people.join("annan-ett", "ar");
        var guest = new Surfer(product);
        enter(guest, linkFor(address(member)));
        assertThat(guest.get(HOME).status()).isEqualTo(200);
        say("update member set email = 'moved@people.example' where id = '" + member.memberId() + "' returning 1");
        assertThat(guest.get(HOME).status()).isEqualTo(403);
    }

    @Test
    void anAddressThatTheOfficeHasJustChangedLetsNobodyIn() {
        var member = people.join("annan-ett", "ar");
        var address = "changed" + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        product.admin(TENANT)
                .patch("members/" + member.memberId(), Map.of("email", address), "If-Match", "*")
                .expect(200);
        assertThat(ask(address).header("location")).contains("sent=true");
        Waiting.until("the address to be looked up", () -> waiting() == 0);
        assertThat(mails.keys(address, "enter")).isEmpty();
        say("update member set mailbox_changed_on = mailbox_changed_on - 3 where id = '" + member.memberId()
                + "' returning 1");
        assertThat(new Surfer(product)
                        .get("/public/enter.xhtml?key=" + linkFor(address))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aUsedAnExpiredAndAnUnknownLinkAreToldTheSame() {
        var used = linkFor(address(people.join("annan-ett", "ar")));
        enter(new Surfer(product), used);
        var late = people.join("annan-ett", "ar");
        var expired = linkFor(address(late));
        say("update login_link set expires_at = now() - interval '1 second' where mailbox = '" + address(late)
                + "' returning 1");
        var unknown = LinkKeys.withOtherSecret(used);
        var looked = Stream.of(used, expired, unknown)
                .map(key -> new Surfer(product).get(ENTER + "?key=" + key))
                .toList();
        var pressed = Stream.of(used, expired, unknown)
                .map(key -> enter(new Surfer(product), key))
                .toList();
        assertThat(Stream.concat(looked.stream(), pressed.stream())).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.plain()).isEqualTo(looked.get(0).plain()).contains("Skicka en ny länk");
            assertThat(page.header("set-cookie")).doesNotContain(used);
        });
    }

    @Test
    void aLinkIsOfItsTenantAlone() {
        var key = linkFor(address(people.join("annan-ett", "ar")));
        var elsewhere = withTenantOf(key, "prov");
        assertThat(new Surfer(product).get(ENTER + "?key=" + elsewhere).plain())
                .isEqualTo(new Surfer(product)
                        .get(ENTER + "?key=" + LinkKeys.withOtherSecret(elsewhere))
                        .plain());
        assertThat(enter(new Surfer(product), elsewhere).status()).isEqualTo(404);
        assertThat(enter(new Surfer(product), key).status()).isEqualTo(302);
    }

    @Test
    void aFormThatAnotherSiteSendsLogsNobodyIn() {
        var key = linkFor(address(people.join("annan-ett", "ar")));
        var lured = new Surfer(product);
        var sent = lured.press(ENTER, "enter", "go", Map.of("key", key), "Sec-Fetch-Site", "cross-site");
        assertThat(sent.status()).isEqualTo(403);
        assertThat(enter(new Surfer(product), key).status()).isEqualTo(302);
    }

    @Test
    void whoeverIsAskedForTheAnswerIsTheSame() {
        var known = ask(address(people.join("annan-ett", "ar")));
        var unknown = ask("nobody@people.example");
        var number = ask("999999999");
        assertThat(List.of(unknown, number)).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(known.status()).isEqualTo(302);
            assertThat(page.header("location"))
                    .isEqualTo(known.header("location"))
                    .contains("sent=true");
        });
        Waiting.until(
                "those whom nobody knows to be forgotten",
                () -> product.books()
                                .number(
                                        TENANT,
                                        "select count(*) from login_link where asked in "
                                                + "('nobody@people.example', '999999999')")
                        == 0);
        assertThat(mails.to("nobody@people.example")).isEmpty();
    }

    @Test
    void oneMailboxIsNotFilledByWhoAsksOften() {
        var member = people.join("annan-ett", "ar");
        var address = address(member);
        for (var time = 0; time < 3; time++) {
            linkFor(address);
        }
        assertThat(ask(address).header("location")).contains("sent=true");
        assertThat(ask(number(member)).header("location")).contains("sent=true");
        Waiting.until("the number to be looked up", () -> waiting() == 0);
        assertThat(mails.keys(address, "enter")).hasSize(3);
    }

    @Test
    void oneCallerAsksOnlySoOften() {
        var caller = new Surfer(product);
        for (var time = 0; time < 6; time++) {
            assertThat(ask(caller, "caller" + time + "@people.example").status())
                    .isEqualTo(302);
        }
        var refused = ask(caller, "caller6@people.example");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).matches("[0-9]+");
        assertThat(refused.plain()).contains("många försök");
    }

    @Test
    void aGuardianSeesAllWardsAndTheOwn() {
        var mailbox = "guardian" + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        var own = join("Mor", "1980-05-17", mailbox, "");
        var first = join("Ett", "2020-05-17", "", mailbox);
        var second = join("Två", "2021-05-17", "", mailbox);
        var grown = join("Stor", "1999-05-17", "grown-" + mailbox, "");
        say("update member set guardian_name = 'Mor', guardian_email = '" + mailbox + "' where id = '"
                + grown.memberId() + "' returning 1");
        var guest = new Surfer(product);
        enter(guest, linkFor(mailbox.toUpperCase(Locale.ROOT)));
        assertThat(guest.get(HOME).body())
                .contains(own.ocr(), first.ocr(), second.ocr(), "Mor Vårdnad", "Ett Vårdnad", "Två Vårdnad")
                .doesNotContain(grown.ocr());
    }

    @Test
    void theHashIsKeptAndTheSecretIsNowhere() throws IOException, NoSuchAlgorithmException {
        var member = people.join("annan-ett", "ar");
        var key = linkFor(address(member));
        var secret = LinkKeys.secret(key);
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(HexFormat.of().parseHex(secret)));
        assertThat(product.books()
                        .column(
                                TENANT,
                                "select encode(hash, 'hex') from login_link where mailbox = '" + address(member) + "'"))
                .containsExactly(hash);
        enter(new Surfer(product), key);
        var traces = List.of(key, key.substring(22), secret, address(member));
        assertThat(product.books().column(TENANT, "select l::text from login_link l"))
                .noneMatch(row -> traces.subList(0, 3).stream().anyMatch(row::contains));
        try (var files = Files.walk(product.data())) {
            assertThat(files.filter(LogInLinkIT::isLog).toList())
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                            .doesNotContain(traces));
        }
    }

    @Test
    void endedLinksAreRemoved() {
        var member = people.join("annan-ett", "ar");
        linkFor(address(member));
        say("update login_link set expires_at = now() - interval '1 second' where mailbox = '" + address(member)
                + "' returning 1");
        say("update scheduled_tasks set execution_time = now() where task_name = 'ended-links' returning 1");
        Waiting.until(
                "the link to be removed",
                () -> product.books()
                                .number(
                                        TENANT,
                                        "select count(*) from login_link where mailbox = '" + address(member) + "'")
                        == 0);
    }

    @Test
    void anUnknownTenantHasNoSuchPage() {
        var surfer = new Surfer(product);
        assertThat(surfer.get(FORM + "?tenant=nobody").status()).isEqualTo(404);
        assertThat(surfer.get(FORM + "?tenant=" + TENANT).status()).isEqualTo(200);
        assertThat(surfer.get(FORM).body()).doesNotContain("id=\"who\"");
    }

    /** Asks for a link, and reads the mail. */
    private String linkFor(String asked) {
        var address = asked.contains("@") ? asked : addressOfNumber(asked);
        var before = mails.keys(address, "enter");
        assertThat(ask(asked).status()).isEqualTo(302);
        return mails.freshKey(address, "enter", before);
    }

    private Surfer.Page ask(String asked) {
        return ask(new Surfer(product), asked);
    }

    private static Surfer.Page ask(Surfer surfer, String asked) {
        return surfer.press(FORM, "ask", "send", Map.of("tenant", TENANT, "who", asked));
    }

    private static Surfer.Page enter(Surfer surfer, String key) {
        return surfer.press(ENTER, "enter", "go", Map.of("key", key));
    }

    private SignUps.Joined join(String name, String born, String email, String guardian) {
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

    private String address(SignUps.Joined member) {
        return text("select email from member where id = '" + member.memberId() + "'");
    }

    private String number(SignUps.Joined member) {
        return text("select number::text from member where id = '" + member.memberId() + "'");
    }

    private String addressOfNumber(String number) {
        return text("select email from member where number = " + number);
    }

    private long waiting() {
        return product.books().number(TENANT, "select count(*) from login_link where next_attempt_at is not null");
    }

    private String text(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    private void say(String statement) {
        assertThat(product.books().column(TENANT, statement)).isNotEmpty();
    }

    private String withTenantOf(String key, String tenant) {
        var id = product.books().column(tenant, "select id::text from tenant where slug = '" + tenant + "'");
        return LinkKeys.withTenant(key, UUID.fromString(id.get(0)));
    }

    private static boolean isLog(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*(\\.log(\\.\\d+)?|/logs?/[^/]*)$");
    }

    private static Surfer.Page done(Future<Surfer.Page> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
