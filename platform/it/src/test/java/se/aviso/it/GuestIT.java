package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.it.Entering.ENTER;
import static se.aviso.it.Entering.FORM;
import static se.aviso.it.Entering.HOME;
import static se.aviso.it.Entering.TENANT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a member who came in by a link may see, and how long. */
@OnRunningProduct
class GuestIT {
    private final Product product;
    private final Entering members;

    GuestIT(Product product) {
        this.product = product;
        this.members = new Entering(product);
    }

    @Test
    void whoIsInSeesTheirOwnAndNothingElse() {
        var member = members.somebody();
        var other = members.somebody();
        var guest = new Surfer(product);
        guest.get(ENTER + "?key=x");
        var before = guest.session();
        var key = members.linkFor(members.number(member));
        assertThat(Entering.enter(guest, key).header("location")).endsWith(HOME);
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
        var member = members.somebody();
        var guest = new Surfer(product);
        Entering.enter(guest, members.linkFor(members.address(member)));
        var out = guest.post("/log-out", Map.of("leave", "yes"));
        assertThat(out.header("location")).endsWith(FORM + "?tenant=" + TENANT + "&left=true");
        var asked = guest.get(HOME);
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("location")).contains(FORM + "?to=");
    }

    @Test
    void whoLosesTheAddressLosesTheSession() {
        var member = members.somebody();
        var guest = new Surfer(product);
        Entering.enter(guest, members.linkFor(members.address(member)));
        assertThat(guest.get(HOME).status()).isEqualTo(200);
        members.say(
                "update member set email = 'moved@people.example' where id = '" + member.memberId() + "' returning 1");
        assertThat(guest.get(HOME).status()).isEqualTo(403);
    }

    @Test
    void aGuardianSeesAllWardsAndTheOwn() {
        var mailbox = "guardian" + UUID.randomUUID().toString().substring(0, 8) + "@people.example";
        var own = members.join("Mor", "1980-05-17", mailbox, "");
        var first = members.join("Ett", "2020-05-17", "", mailbox);
        var second = members.join("Två", "2021-05-17", "", mailbox);
        var grown = members.join("Stor", "1999-05-17", "grown-" + mailbox, "");
        members.say("update member set guardian_name = 'Mor', guardian_email = '" + mailbox + "' where id = '"
                + grown.memberId() + "' returning 1");
        var guest = new Surfer(product);
        Entering.enter(guest, members.linkFor(mailbox.toUpperCase(Locale.ROOT)));
        assertThat(guest.get(HOME).body())
                .contains(own.ocr(), first.ocr(), second.ocr(), "Mor Vårdnad", "Ett Vårdnad", "Två Vårdnad")
                .doesNotContain(grown.ocr());
    }
}
