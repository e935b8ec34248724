package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.aviso.dispatch.Channel;

/**
 * What the operator says of channels: where letters and electronic invoices are laid, and where bounces of mails are
 * read.
 */
@ApplicationScoped
public class ChannelConfig {
    @Inject
    MailConfig mail;

    @Inject
    @ConfigProperty(name = "aviso.letter.folder")
    Optional<String> letterFolder;

    @Inject
    @ConfigProperty(name = "aviso.peppol.folder")
    Optional<String> peppolFolder;

    @Inject
    @ConfigProperty(name = "aviso.peppol.api-url")
    Optional<String> peppolApi;

    @Inject
    @ConfigProperty(name = "aviso.sms.api-url")
    Optional<String> smsApi;

    @Inject
    @ConfigProperty(name = "aviso.channel.timeout-seconds")
    Optional<String> timeout;

    @Inject
    @ConfigProperty(name = "aviso.mail.per-minute")
    Optional<Integer> mailsPerMinute;

    @Inject
    @ConfigProperty(name = "aviso.sms.per-minute")
    Optional<Integer> textsPerMinute;

    @Inject
    @ConfigProperty(name = "aviso.letter.per-minute")
    Optional<Integer> lettersPerMinute;

    @Inject
    @ConfigProperty(name = "aviso.peppol.per-minute")
    Optional<Integer> electronicPerMinute;

    @Inject
    @ConfigProperty(name = "aviso.mail.envelope-domain")
    Optional<String> envelopeDomain;

    @Inject
    @ConfigProperty(name = "aviso.mail.bounce.host")
    Optional<String> bounceHost;

    @Inject
    @ConfigProperty(name = "aviso.mail.bounce.port")
    Optional<String> bouncePort;

    @Inject
    @ConfigProperty(name = "aviso.mail.bounce.user")
    Optional<String> bounceUser;

    @Inject
    @ConfigProperty(name = "aviso.mail.bounce.password")
    Optional<String> bouncePassword;

    @Inject
    @ConfigProperty(name = "aviso.mail.bounce.tls")
    Optional<String> bounceTls;

    @Inject
    @ConfigProperty(name = "aviso.channel.give-up-days", defaultValue = "5")
    int giveUpDays;

    /** How long a provider that takes nothing is waited for, by what waits as long. */
    public Duration givesUpAfter() {
        return Duration.ofDays(Math.max(1, giveUpDays));
    }

    /**
     * The operator's settings of a channel, by the names that its plugin knows.
     *
     * @param tenant the tenant's slug: each has a folder of its own
     */
    public Map<String, String> of(String channel, String tenant) {
        var settings = new HashMap<String, String>();
        timeout.ifPresent(value -> settings.put("timeoutSeconds", value));
        switch (channel) {
            case "EMAIL" -> {
                settings.putAll(mail.asSettings());
                settings.putAll(bounces());
            }
            case "SMS" -> smsApi.ifPresent(value -> settings.put("apiUrl", value));
            case "LETTER" -> letterFolder.ifPresent(value -> settings.put("folder", value + "/" + tenant));
            case "PEPPOL" -> {
                peppolFolder.ifPresent(value -> settings.put("folder", value + "/" + tenant));
                peppolApi.ifPresent(value -> settings.put("apiUrl", value));
            }
            default -> {
                // the operator says nothing of others
            }
        }
        return settings;
    }

    /**
     * How many a provider of the channel takes in a minute of the whole installation, all tenants together; empty where
     * nothing, or nothing sensible, is said.
     */
    public Optional<Integer> perMinute(Channel channel) {
        var said = switch (channel) {
            case EMAIL -> mailsPerMinute;
            case SMS -> textsPerMinute;
            case LETTER -> lettersPerMinute;
            case PEPPOL -> electronicPerMinute;
            case MY_PAGES -> Optional.<Integer>empty();
        };
        return said.filter(count -> count > 0);
    }

    /** The mailbox that mails come back to is the installation's: one report may be about any tenant's mail. */
    private Map<String, String> bounces() {
        var settings = new HashMap<String, String>();
        envelopeDomain.ifPresent(value -> settings.put("envelopeDomain", value));
        bounceHost.ifPresent(value -> settings.put("bounceHost", value));
        bouncePort.ifPresent(value -> settings.put("bouncePort", value));
        bounceUser.ifPresent(value -> settings.put("bounceUser", value));
        bouncePassword.ifPresent(value -> settings.put("bouncePassword", value));
        bounceTls.ifPresent(value -> settings.put("bounceTls", value));
        return settings;
    }
}
