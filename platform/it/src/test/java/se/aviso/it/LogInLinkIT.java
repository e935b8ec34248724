package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.it.Entering.ENTER;
import static se.aviso.it.Entering.FORM;
import static se.aviso.it.Entering.TENANT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
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
    private final Product product;
    private final Entering members;
    private final Mails mails;

    LogInLinkIT(Product product) {
        this.product = product;
        this.members = new Entering(product);
        this.mails = new Mails(product.data());
    }

    @Test
    void ofSixteenWhoPressAtOnceOneIsIn() throws Exception {
        var member = members.somebody();
        var key = members.linkFor(members.address(member));
        for (var look = 0; look < 3; look++) {
            assertThat(new Surfer(product).get(ENTER + "?key=" + key).body()).contains("id=\"go\"");
        }
        var threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Surfer.Page> press = () -> Entering.enter(new Surfer(product), key);
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
                                        + members.address(member) + "'"))
                .isOne();
    }

    @Test
    void anAddressThatTheOfficeHasJustChangedLetsNobodyIn() {
        var member = members.somebody();
        var address = "changed" + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        product.admin(TENANT)
                .patch("members/" + member.memberId(), Map.of("email", address), "If-Match", "*")
                .expect(200);
        assertThat(members.ask(address).header("location")).contains("sent=true");
        Waiting.until("the address to be looked up", () -> members.waiting() == 0);
        assertThat(mails.keys(address, "enter")).isEmpty();
        members.say("update member set mailbox_changed_on = mailbox_changed_on - 3 where id = '" + member.memberId()
                + "' returning 1");
        assertThat(new Surfer(product)
                        .get("/public/enter.xhtml?key=" + members.linkFor(address))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFormerAddressIsToldThatTheOfficeHasChangedIt() {
        var member = members.somebody();
        var former = members.address(member);
        var address = "new" + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        product.admin(TENANT)
                .patch("members/" + member.memberId(), Map.of("email", address), "If-Match", "*")
                .expect(200);
        Waiting.until(
                "the former address to be told", () -> mails.to(former).stream().anyMatch(LogInLinkIT::isFarewell));
        assertThat(mails.to(former))
                .filteredOn(LogInLinkIT::isFarewell)
                .hasSize(1)
                .noneMatch(mail -> mail.contains(address));
        assertThat(mails.to(address)).noneMatch(LogInLinkIT::isFarewell);
        Waiting.until(
                "it to be forgotten",
                () -> product.books()
                                .number(
                                        TENANT,
                                        "select count(*) from address_notice where member_id = '" + member.memberId()
                                                + "'")
                        == 0);
    }

    private static boolean isFarewell(String mail) {
        return mail.contains("inte längre den som");
    }

    @Test
    void aUsedAnExpiredAndAnUnknownLinkAreToldTheSame() {
        var used = members.linkFor(members.address(members.somebody()));
        Entering.enter(new Surfer(product), used);
        var late = members.somebody();
        var expired = members.linkFor(members.address(late));
        members.say("update login_link set expires_at = now() - interval '1 second' where mailbox = '"
                + members.address(late) + "' returning 1");
        var unknown = LinkKeys.withOtherSecret(used);
        var looked = Stream.of(used, expired, unknown)
                .map(key -> new Surfer(product).get(ENTER + "?key=" + key))
                .toList();
        var pressed = Stream.of(used, expired, unknown)
                .map(key -> Entering.enter(new Surfer(product), key))
                .toList();
        assertThat(Stream.concat(looked.stream(), pressed.stream())).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.plain()).isEqualTo(looked.get(0).plain()).contains("Skicka en ny länk");
            assertThat(page.header("set-cookie")).doesNotContain(used);
        });
    }

    @Test
    void aLinkIsOfItsTenantAlone() {
        var key = members.linkFor(members.address(members.somebody()));
        var elsewhere = members.withTenantOf(key, "prov");
        assertThat(new Surfer(product).get(ENTER + "?key=" + elsewhere).plain())
                .isEqualTo(new Surfer(product)
                        .get(ENTER + "?key=" + LinkKeys.withOtherSecret(elsewhere))
                        .plain());
        assertThat(Entering.enter(new Surfer(product), elsewhere).status()).isEqualTo(404);
        assertThat(Entering.enter(new Surfer(product), key).status()).isEqualTo(302);
    }

    @Test
    void aFormThatAnotherSiteSendsLogsNobodyIn() {
        var key = members.linkFor(members.address(members.somebody()));
        var lured = new Surfer(product);
        var sent = lured.press(ENTER, "enter", "go", Map.of("key", key), "Sec-Fetch-Site", "cross-site");
        assertThat(sent.status()).isEqualTo(403);
        assertThat(Entering.enter(new Surfer(product), key).status()).isEqualTo(302);
    }

    @Test
    void whoeverIsAskedForTheAnswerIsTheSame() {
        var known = members.ask(members.address(members.somebody()));
        var unknown = members.ask("nobody@people.example");
        var number = members.ask("999999999");
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
        var member = members.somebody();
        var address = members.address(member);
        for (var time = 0; time < 3; time++) {
            members.linkFor(address);
        }
        assertThat(members.ask(address).header("location")).contains("sent=true");
        assertThat(members.ask(members.number(member)).header("location")).contains("sent=true");
        Waiting.until("the number to be looked up", () -> members.waiting() == 0);
        assertThat(mails.keys(address, "enter")).hasSize(3);
    }

    @Test
    void oneCallerAsksOnlySoOften() {
        var caller = new Surfer(product);
        for (var time = 0; time < 6; time++) {
            assertThat(Entering.ask(caller, "caller" + time + "@people.example").status())
                    .isEqualTo(302);
        }
        var refused = Entering.ask(caller, "caller6@people.example");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).matches("[0-9]+");
        assertThat(refused.plain()).contains("många försök");
    }

    @Test
    void theHashIsKeptAndTheSecretIsNowhere() throws IOException, NoSuchAlgorithmException {
        var member = members.somebody();
        var key = members.linkFor(members.address(member));
        var secret = LinkKeys.secret(key);
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(HexFormat.of().parseHex(secret)));
        assertThat(product.books()
                        .column(
                                TENANT,
                                "select encode(hash, 'hex') from login_link where mailbox = '" + members.address(member)
                                        + "'"))
                .containsExactly(hash);
        Entering.enter(new Surfer(product), key);
        var traces = List.of(key, key.substring(22), secret, members.address(member));
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
        var member = members.somebody();
        members.linkFor(members.address(member));
        members.say("update login_link set expires_at = now() - interval '1 second' where mailbox = '"
                + members.address(member) + "' returning 1");
        members.say("update scheduled_tasks set execution_time = now() where task_name = 'ended-links' returning 1");
        Waiting.until(
                "the link to be removed",
                () -> product.books()
                                .number(
                                        TENANT,
                                        "select count(*) from login_link where mailbox = '" + members.address(member)
                                                + "'")
                        == 0);
    }

    @Test
    void anUnknownTenantHasNoSuchPage() {
        var surfer = new Surfer(product);
        assertThat(surfer.get(FORM + "?tenant=nobody").status()).isEqualTo(404);
        assertThat(surfer.get(FORM + "?tenant=" + TENANT).status()).isEqualTo(200);
        assertThat(surfer.get(FORM).body()).doesNotContain("id=\"who\"");
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
