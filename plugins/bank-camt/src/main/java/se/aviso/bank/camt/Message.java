package se.aviso.bank.camt;

import java.util.Optional;
import java.util.regex.Pattern;

/** The two messages that are read: they differ in two names, in balances, and in what may stand without details. */
enum Message {
    /** camt.053: all that happened on an account, between two balances. */
    STATEMENT("CAMT053", "053", "BkToCstmrStmt", "Stmt"),
    /** camt.054: details of what was credited or debited. */
    NOTIFICATION("CAMT054", "054", "BkToCstmrDbtCdtNtfctn", "Ntfctn");

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.(05[34])\\.001\\.([0-9]{2})");
    private static final Pattern DOCUMENT = Pattern.compile("<(?:([\\w.-]+):)?Document(\\s[^>]*)?>");

    private final String format;
    private final String number;
    private final String body;
    private final String part;

    Message(String format, String number, String body, String part) {
        this.format = format;
        this.number = number;
        this.body = body;
        this.part = part;
    }

    String format() {
        return format;
    }

    /** The element within the document that holds everything. */
    String body() {
        return body;
    }

    /** The element of one account. */
    String part() {
        return part;
    }

    /** True for the namespace of this message, in version 02 or any later one. */
    boolean isNamespace(String namespace) {
        var matcher = NAMESPACE.matcher(namespace);
        return matcher.matches()
                && matcher.group(1).equals(number)
                && matcher.group(2).compareTo("02") >= 0;
    }

    /** True when the document element that these characters begin with is of this message. */
    boolean beginsIn(String text) {
        return documentNamespace(text).filter(this::isNamespace).isPresent();
    }

    private static Optional<String> documentNamespace(String text) {
        var document = DOCUMENT.matcher(text);
        if (!document.find() || text.substring(0, document.start()).matches("(?s).*<[^?!].*")) {
            return Optional.empty();
        }
        var attribute = document.group(1) == null ? "xmlns" : "xmlns:" + document.group(1);
        var declaration = Pattern.compile("\\s" + Pattern.quote(attribute) + "\\s*=\\s*[\"']([^\"']*)[\"']")
                .matcher(document.group());
        return declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty();
    }
}
