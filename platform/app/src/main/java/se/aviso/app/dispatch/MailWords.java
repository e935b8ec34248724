package se.aviso.app.dispatch;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Message;

/**
 * The words of the mail that carries a document, in the recipient's language: the product's, which tell what the
 * document is about, with those of the sender before them or in their place.
 */
final class MailWords {
    /** The root bundle is Swedish; the server's own language must not come between. */
    private static final ResourceBundle.Control SWEDISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final MailWords SWEDISH = read(Locale.forLanguageTag("sv-SE"));
    private static final MailWords ENGLISH = read(Locale.UK);

    private final ResourceBundle bundle;
    private final Locale locale;

    /** What was read of the bundle, by key: for a hundred thousand mails the same few are wanted. */
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    private MailWords(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    static MailWords of(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en") ? ENGLISH : SWEDISH;
    }

    private static MailWords read(Locale locale) {
        return new MailWords(ResourceBundle.getBundle("se.aviso.app.dispatch.mail", locale, SWEDISH_ELSE), locale);
    }

    Message.Body body(Dispatch dispatch, Letters.Content content, String seller) {
        return body(dispatch, content, seller, Channel.EMAIL);
    }

    /** The same by any channel: a telephone gets a line and the link. */
    Message.Body body(Dispatch dispatch, Letters.Content content, String seller, Channel channel) {
        var key = key(dispatch.document(), content.stored());
        var facts = facts(dispatch, content, seller);
        var own = content.own();
        var subject = own.subject().isEmpty() ? say(key + ".subject", facts) : own.subject();
        if (channel == Channel.SMS) {
            var line = say(key + ".sms", facts).strip();
            return new Message.Body(subject, joined(" ", own.smsLead(), line));
        }
        var child = content.stored().snapshot().recipient().child();
        var text = joined(
                "\n\n",
                dispatch.reminder().map(Dispatch.Reminder::text).orElse(""),
                say("greeting", facts),
                own.lead(),
                say(key + ".text" + (child.isPresent() ? ".guardian" : ""), facts),
                own.closing().isEmpty() ? closing() : own.closing());
        return new Message.Body(subject, text + "\n" + seller + "\n");
    }

    private Object[] facts(Dispatch dispatch, Letters.Content content, String seller) {
        var stored = content.stored();
        var invoice = stored.invoice();
        var amount = amount(dispatch, stored.isCovered() ? invoice.total() : stored.toPay());
        return new Object[] {
            stored.snapshot().recipient().name(),
            stored.snapshot().groupName(),
            seller,
            Long.toString(invoice.numbering().number()),
            written(amount),
            invoice.draft().dueOn().toString(),
            stored.seller().giro().toString(),
            invoice.numbering().ocr().digits(),
            stored.snapshot().recipient().child().orElse(""),
            content.link().isEmpty() || isSwedish() ? content.link() : content.link() + "&language=en",
            content.credits()
                    .map(about -> Long.toString(about.claim().number()))
                    .orElse(""),
            dispatch.reminder().map(said -> said.issuedOn().toString()).orElse(""),
            dispatch.reminder()
                    .flatMap(this::credited)
                    .map(said -> said + "\n\n")
                    .orElse("")
        };
    }

    private static String joined(String between, String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    /** What stands above the seller's name. */
    String closing() {
        return say("closing");
    }

    /** A notice asks for nothing beside what was open. */
    private static Money amount(Dispatch dispatch, Money total) {
        return dispatch.reminder()
                .map(said -> dispatch.document() == DispatchDocument.REMINDER_RECALLED ? said.open() : said.toPay())
                .orElse(total);
    }

    /** Says what was credited of a reminder that was taken back; empty where nothing had been claimed with it. */
    Optional<String> credited(Dispatch.Reminder recalled) {
        return Optional.of(recalled.fee())
                .filter(Money::isPositive)
                .map(sum -> say("correction.credited", written(sum)));
    }

    private boolean isSwedish() {
        return !locale.equals(Locale.UK);
    }

    private String written(Money amount) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(new BigDecimal(amount.toDecimal()));
    }

    String fileName(DispatchDocument document, String number) {
        return say(
                switch (document) {
                    case INVOICE -> "invoice.file";
                    case REMINDER -> "reminder.file";
                    case CREDIT_NOTE -> "creditNote.file";
                    case REMINDER_RECALLED -> "correction.file";
                    case OFFER_WITHDRAWN -> "withdrawn.file";
                },
                number);
    }

    private static String key(DispatchDocument document, InvoiceStore.Stored stored) {
        var offer = stored.invoice().draft().kind() == InvoiceKind.OFFER;
        return switch (document) {
            case INVOICE -> offer ? "offer" : stored.isCovered() ? "covered" : invoiceKey(stored);
            case REMINDER -> offer ? "offer.again" : "reminder";
            case CREDIT_NOTE -> isOfMembership(stored) ? "creditNote" : "creditNote.oneOff";
            case REMINDER_RECALLED -> "correction";
            case OFFER_WITHDRAWN -> "withdrawn";
        };
    }

    private static String invoiceKey(InvoiceStore.Stored stored) {
        return isOfMembership(stored) ? "invoice" : "invoice.oneOff";
    }

    /** What was bought once, and the fee of a reminder, are no membership: the mail must not call them one. */
    private static boolean isOfMembership(InvoiceStore.Stored stored) {
        return switch (stored.invoice().draft().occasion()) {
            case FIRST, RENEWAL -> true;
            case ONE_OFF, CHARGE -> false;
        };
    }

    private String say(String key, Object... facts) {
        var pattern = patterns.computeIfAbsent(key, wanted -> new MessageFormat(bundle.getString(wanted)));
        return ((MessageFormat) pattern.clone()).format(facts); // one of them serves one thread at a time
    }
}
