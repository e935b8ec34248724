package se.aviso.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.TenantId;
import se.aviso.link.AskedFor;
import se.aviso.link.LinkKey;
import se.aviso.link.LinkSecret;
import se.aviso.spi.dispatch.Message;

class LogInMailTest {
    private static final UUID ID = new UUID(7, 7);
    private static final LinkKey KEY = new LinkKey(new TenantId(ID), new LinkSecret(1, 2));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | Logga in på Mina sidor hos Granby | Hej Ada Ek! | i 15 minuter | ''
            en | Log in to My pages at Granby | Hello Ada Ek, | for 15 minutes | &language=en
            de | Logga in på Mina sidor hos Granby | Hej Ada Ek! | i 15 minuter | ''
            """)
    void theMailSpeaksTheMembersLanguageOrSwedish(
            String language, String subject, String greeting, String life, String choice) {
        var body = mail(language).body();
        assertThat(body.subject()).isEqualTo(subject);
        assertThat(body.text())
                .contains(
                        greeting, life, "\nhttps://aviso.example/public/enter.xhtml?key=" + KEY.text() + choice + "\n");
    }

    @Test
    void swedishStaysSwedishOnAnEnglishServer() {
        var former = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertThat(mail("sv").body().text()).startsWith("Hej");
        } finally {
            Locale.setDefault(former);
        }
    }

    @Test
    void itGoesToTheAddressOnFileAndNowhereElse() {
        var mail = mail("sv");
        assertThat(mail.id()).isEqualTo(ID);
        assertThat(mail.recipient()).isEqualTo(new Message.Recipient("Ada Ek", "Ada@people.example"));
        assertThat(mail.attachments()).isEmpty();
    }

    private static Message mail(String language) {
        var asked = new LogInLinkStore.Waiting(ID, new AskedFor("4711"), Instant.EPOCH, 0);
        var to = new LogInOutbox.Recipient("Ada Ek", "Ada@people.example", language);
        return LogInMail.of(new LogInOutbox.Letter(asked, to, "Granby", KEY), "https://aviso.example");
    }
}
