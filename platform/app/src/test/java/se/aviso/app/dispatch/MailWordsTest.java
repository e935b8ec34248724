package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.invoice.InvoiceOrder;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.Message;
import se.aviso.wording.Wording;

class MailWordsTest {
    private static final UUID ID = new UUID(7, 7);
    private static final String LINK = "https://aviso.example/public/pay.xhtml?key=k";

    @Test
    void swedishStaysSwedishOnAnEnglishServer() {
        var former = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertThat(MailWords.of("sv").fileName(DispatchDocument.REMINDER, "12"))
                    .isEqualTo("paminnelse-12.pdf");
            assertThat(MailWords.of("en").fileName(DispatchDocument.REMINDER, "12"))
                    .isEqualTo("reminder-12.pdf");
        } finally {
            Locale.setDefault(former);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | Belopp: 1 850,00 kr
            en | Amount: SEK 1,850.00
            """)
    void anAmountIsWrittenAsTheLanguageWritesIt(String language, String line) {
        assertThat(text(language, InvoiceKind.CLAIM, Optional.empty())).contains(line);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIM", "OFFER"})
    void aGuardianReadsWhoseMembershipIsMeant(InvoiceKind kind) {
        var swedish = text("sv", kind, Optional.of("Alva Ek"));
        assertThat(swedish).contains("medlemskapet", "Alva Ek").doesNotContain("ditt medlemskap", "Din medlems");
        assertThat(text("en", kind, Optional.of("Alva Ek"))).contains("Alva Ek").doesNotContain("your membership");
    }

    @Test
    void aMemberReadsOfTheirOwnMembership() {
        assertThat(text("sv", InvoiceKind.CLAIM, Optional.empty())).contains("ditt medlemskap i Umeå");
    }

    @ParameterizedTest
    @CsvSource({"sv, CLAIM, ''", "en, CLAIM, &language=en", "sv, OFFER, ''", "en, OFFER, &language=en"})
    void theMailHasTheLinkThatOpensTheInvoiceInItsLanguage(String language, InvoiceKind kind, String wanted) {
        assertThat(text(language, kind, Optional.empty())).contains("\n" + LINK + wanted + "\n");
        assertThat(text(language, kind, Optional.of("Alva Ek"))).contains("\n" + LINK + wanted + "\n");
    }

    @ParameterizedTest
    @CsvSource({"sv, CLAIM", "en, CLAIM", "sv, OFFER", "en, OFFER"})
    void aTelephoneGetsALineWithAmountAndLinkThatFitsInTwoParts(String language, InvoiceKind kind) {
        var dispatch = new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 0, 0, Optional.empty());
        var content = new Letters.Content(stored(language, kind, Optional.empty()), LINK, Optional.empty());
        var text = MailWords.of(language)
                .body(dispatch, content, "Förbundet", Channel.SMS)
                .text();
        assertThat(text).startsWith("Förbundet: ").contains("850", LINK);
        assertThat(text).doesNotContain("\n").hasSizeLessThan(306);
    }

    @ParameterizedTest
    @CsvSource({"sv, RENEWAL", "en, RENEWAL", "sv, ONE_OFF", "en, ONE_OFF"})
    void aTelephoneGetsTheLinkToACreditNote(String language, Occasion occasion) {
        assertThat(body(language, occasion, DispatchDocument.CREDIT_NOTE, Optional.empty(), Channel.SMS)
                        .text())
                .contains(LINK);
    }

    @ParameterizedTest
    @CsvSource({"ONE_OFF, INVOICE", "CHARGE, INVOICE", "ONE_OFF, CREDIT_NOTE", "CHARGE, CREDIT_NOTE"})
    void whatIsNoMembershipIsNotCalledOne(Occasion occasion, DispatchDocument document) {
        for (var child : List.of(Optional.<String>empty(), Optional.of("Alva Ek"))) {
            for (var channel : List.of(Channel.EMAIL, Channel.SMS)) {
                var swedish = body("sv", occasion, document, child, channel);
                assertThat(swedish.subject()).endsWith("aktura 12 från Förbundet");
                assertThat(swedish.text()).contains("850,00 kr").doesNotContainIgnoringCase("medlem");
                var english = body("en", occasion, document, child, channel);
                assertThat(english.text()).contains("SEK 1,850.00").doesNotContainIgnoringCase("member");
            }
        }
        assertThat(body("sv", occasion, document, Optional.of("Alva Ek"), Channel.EMAIL)
                        .text())
                .contains("för Alva Ek");
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "RENEWAL"})
    void whatIsOneIsCalledOne(Occasion occasion) {
        for (var document : List.of(DispatchDocument.INVOICE, DispatchDocument.CREDIT_NOTE)) {
            assertThat(body("sv", occasion, document, Optional.empty(), Channel.EMAIL)
                            .text())
                    .contains("ditt medlemskap i Umeå");
        }
    }

    @Test
    void theSendersWordsStandAroundWhatTheProductTells() {
        var own = new Wording.Mail("Ett år till?", "Kören fyller tio år!\n\nKom på festen.", "Sjung väl", "Hurra!");
        var dispatch = new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 0, 0, Optional.empty());
        var plain = new Letters.Content(stored("sv", InvoiceKind.CLAIM, Optional.empty()), LINK, Optional.empty());
        var mail = MailWords.of("sv").body(dispatch, plain.in(own), "{1} O'Hara", Channel.EMAIL);
        assertThat(mail.subject()).isEqualTo("Ett år till?");
        assertThat(mail.text())
                .startsWith("Hej Bo Ek!\n\nKören fyller tio år!\n\nKom på festen.\n\nHär är avin för ditt medlemskap")
                .contains("Belopp: 1\u00a0850,00 kr\n", "\n" + LINK + "\n")
                .endsWith("\n\nSjung väl\n{1} O'Hara\n")
                .doesNotContain("Vänliga hälsningar");
        var usual = MailWords.of("sv").body(dispatch, plain, "Förbundet", Channel.SMS);
        var sms = MailWords.of("sv").body(dispatch, plain.in(own), "Förbundet", Channel.SMS);
        assertThat(sms.text()).isEqualTo("Hurra! " + usual.text());
    }

    @Test
    void withoutAnyTheMailIsTheProducts() {
        assertThat(text("sv", InvoiceKind.CLAIM, Optional.empty()))
                .isEqualTo("""
                Hej Bo Ek!

                Här är avin för ditt medlemskap i Umeå.

                Belopp: 1 850,00 kr
                Förfallodag: 2027-02-03
                Betala till: 991-3328
                OCR-nummer: 1230

                Se och betala avin utan att logga in:
                %s

                Avin finns också som PDF i detta brev.

                Vänliga hälsningar
                Förbundet
                """.formatted(LINK).replace("1 850", "1\u00a0850"));
        assertThat(text("en", InvoiceKind.CLAIM, Optional.empty()))
                .startsWith("Hello Bo Ek,\n\nHere is the invoice")
                .endsWith("\n\nKind regards\nFörbundet\n");
    }

    private static Message.Body body(
            String language, Occasion occasion, DispatchDocument document, Optional<String> child, Channel channel) {
        var dispatch = new Dispatch(ID, ID, document, 0, 0, 0, Optional.empty());
        var stored = stored(language, InvoiceKind.CLAIM, occasion, child);
        return MailWords.of(language)
                .body(dispatch, new Letters.Content(stored, LINK, Optional.empty()), "Förbundet", channel);
    }

    private static String text(String language, InvoiceKind kind, Optional<String> child) {
        var dispatch = new Dispatch(ID, ID, DispatchDocument.INVOICE, 0, 0, 0, Optional.empty());
        return MailWords.of(language)
                .body(dispatch, new Letters.Content(stored(language, kind, child), LINK, Optional.empty()), "Förbundet")
                .text();
    }

    private static InvoiceStore.Stored stored(String language, InvoiceKind kind, Optional<String> child) {
        return stored(language, kind, Occasion.FIRST, child);
    }

    private static InvoiceStore.Stored stored(
            String language, InvoiceKind kind, Occasion occasion, Optional<String> child) {
        var line = new InvoiceLine(
                new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, "Vuxen"),
                1,
                Money.kronor(1850),
                new InvoiceLine.Terms(VatRate.EXEMPT, 3010),
                Optional.empty());
        var draft = new InvoiceDraft(kind, occasion, LocalDate.of(2027, 2, 3), List.of(line));
        var numbering = new InvoiceDraft.Numbering(12, new OcrReference("1230"));
        var recipient = new InvoiceSnapshot.Recipient("Bo Ek", List.of("Bo Ek"), Optional.empty(), 4711, child);
        return new InvoiceStore.Stored(
                draft.issue(new InvoiceId(ID), numbering, LocalDate.of(2027, 1, 4)),
                new InvoiceOrder.Seller(new GroupId(ID), GiroNumber.ofKey("bankgiro:9913328")),
                new InvoiceOrder.Buyer(new MemberId(ID), new GroupId(ID)),
                new InvoiceSnapshot(Map.of(), recipient, language, "Umeå"));
    }
}
