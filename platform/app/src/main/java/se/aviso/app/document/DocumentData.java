package se.aviso.app.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.VatRate;
import se.aviso.pagewriter.Picture;
import se.aviso.wording.Wording.Words;

/**
 * Everything that stands on one document, as values; taken when the document is issued and never looked up again.
 *
 * @param payment how it is paid; empty where nothing is to be paid
 * @param original the invoice that a reminder reminds of or a credit note credits
 */
public record DocumentData(
        Form form,
        Seller seller,
        Recipient recipient,
        Facts facts,
        List<Line> lines,
        Sums sums,
        Optional<Payment> payment,
        Optional<Original> original,
        Wording wording) {
    public DocumentData {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a document without a line");
        }
    }

    /** The same on the page of the tenant's own, where its look asks for one and there is one. */
    public DocumentData drawn(Optional<OwnPage> page) {
        return form.own().wanted() && page.isPresent() ? onto(page.get()) : this;
    }

    /** The same on this page, whatever its look. */
    public DocumentData onto(OwnPage page) {
        var own = new Own(true, Optional.of(page));
        return in(new Form(form.kind(), form.language(), form.look(), form.accent(), own, form.foot()));
    }

    /**
     * The same in another look.
     *
     * @param logo the seller's in that look
     */
    public DocumentData dressed(Form other, Optional<Picture.Raster> logo) {
        var named = new Seller(
                seller.name(), seller.address(), seller.registration(), seller.accounts(), seller.contact(), logo);
        return new DocumentData(other, named, recipient, facts, lines, sums, payment, original, wording);
    }

    private DocumentData in(Form other) {
        return new DocumentData(other, seller, recipient, facts, lines, sums, payment, original, wording);
    }

    /** The same with a note why no tax is charged. */
    public DocumentData noted(String vatNote) {
        var said = new Wording(wording.message(), vatNote, wording.lateNote(), wording.own());
        return new DocumentData(form, seller, recipient, facts, lines, sums, payment, original, said);
    }

    /** The same in words of groups' own. */
    public DocumentData worded(Words own) {
        var said = new Wording(wording.message(), wording.vatNote(), wording.lateNote(), own);
        return new DocumentData(form, seller, recipient, facts, lines, sums, payment, original, said);
    }

    /**
     * What kind of document it is and how it looks.
     *
     * @param look the shipped one; holds too where a page of one's own is asked for and there is none
     * @param accent colour of heads and rules, {@code #rrggbb}
     */
    public record Form(Kind kind, Language language, Look look, String accent, Own own, PayFoot foot) {
        private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

        /** In a shipped look. */
        public Form(Kind kind, Language language, Look look, String accent) {
            this(kind, language, look, accent, Own.NONE, PayFoot.USUAL);
        }

        public Form {
            if (!COLOUR.matcher(accent).matches()) {
                throw new IllegalArgumentException("not a colour: " + accent);
            }
        }
    }

    /**
     * A page that the tenant has drawn itself.
     *
     * @param wanted whether the look asks for one
     */
    public record Own(boolean wanted, Optional<OwnPage> page) {
        /** A shipped look. */
        public static final Own NONE = new Own(false, Optional.empty());

        /** One is asked for, and not found yet. */
        public static final Own WANTED = new Own(true, Optional.empty());
    }

    /** What the document is to its recipient. */
    public enum Kind {
        FIRST("invoice", "first"),
        RENEWAL("invoice", "renewal"),
        RENEWAL_COVERED("invoice", "renewalCovered"),
        OFFER("invoice", "offer"),
        ONE_OFF("invoice", "oneoff"),
        REMINDER1("reminder", "reminder1"),
        REMINDER2("reminder", "reminder2"),
        CREDIT_NOTE("credit-note", "credit"),
        RECEIPT("receipt", "receipt"),
        STATEMENT("statement", "statement"),
        CORRECTION("reminder", "correction"),
        OFFER_WITHDRAWN("credit-note", "withdrawn");

        private final String template;
        private final String variant;

        Kind(String template, String variant) {
            this.template = template;
            this.variant = variant;
        }

        String template() {
            return template;
        }

        String variant() {
            return variant;
        }

        /** True where the lines are a claim's own, with quantity, price and tax. */
        boolean isTaxed() {
            return this != REMINDER1 && this != REMINDER2 && this != STATEMENT && this != CORRECTION;
        }
    }

    /** The languages of the labels. */
    public enum Language {
        SV,
        EN
    }

    /** The three looks: serif with thin rules, light and airy, small and dense. */
    public enum Look {
        KLASSISK,
        LUFTIG,
        KOMPAKT
    }

    /** Who gets it, name first, one to six lines; the member number may be empty. */
    public record Recipient(List<String> lines, String memberNumber) {
        public Recipient {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > 6) {
                throw new IllegalArgumentException("an address of " + lines.size() + " lines");
            }
        }
    }

    /**
     * The facts beside the address.
     *
     * @param dueOn the due date; of a reminder the original one
     * @param yourReference empty where there is none
     */
    public record Facts(
            String number,
            LocalDate issuedOn,
            Optional<LocalDate> dueOn,
            Optional<DayRange> period,
            String yourReference) {}

    /**
     * One row: what, how much of it and at what price, tax included.
     *
     * @param note a second, smaller row; may be empty
     * @param tax the tax in the amount; on a part of a row that is credited not the rate's to the öre
     * @param measure what is counted, such as {@code st}; may be empty
     * @param isWords true of a row that only says something
     * @param booked of a row that tells of something that was booked: when, on which document, how it was paid
     */
    public record Line(
            String text,
            String note,
            int quantity,
            Money unit,
            VatRate vat,
            Money amount,
            Money tax,
            String measure,
            boolean isWords,
            Optional<Booked> booked) {
        /** A row that only says something. */
        public static Line words(String text) {
            var nothing = Money.ore(0);
            return new Line(text, "", 1, nothing, VatRate.EXEMPT, nothing, nothing, "", true, Optional.empty());
        }

        /** The same with another note. */
        public Line noted(String other) {
            return new Line(text, other, quantity, unit, vat, amount, tax, measure, isWords, booked);
        }

        /** The same, counted in something. */
        public Line in(String counted) {
            return new Line(text, note, quantity, unit, vat, amount, tax, counted, isWords, booked);
        }

        /** A row whose amount is quantity times price. */
        public static Line of(String text, String note, int quantity, Money unit, VatRate vat) {
            var amount = unit.times(quantity);
            return new Line(
                    text, note, quantity, unit, vat, amount, vat.containedIn(amount), "", false, Optional.empty());
        }
    }

    /**
     * When something was booked, on which document, and how it was paid; what there is none of is empty.
     *
     * @param number of the document
     */
    public record Booked(LocalDate on, String number, String way) {
        /** A row that tells of it. */
        public Line line(String text, String note, Money amount) {
            var nothing = Money.zero(amount.currency());
            return new Line(text, note, 1, amount, VatRate.EXEMPT, amount, nothing, "", false, Optional.of(this));
        }
    }

    /**
     * What stands between the rows' sum and what is to be paid; nothing of either by default.
     *
     * @param rounding to whole kronor, of either sign
     * @param creditUsed credit balance that was used, not negative
     * @param paid what was paid before, not negative
     * @param told what more is told above the total, and adds nothing to it
     * @param total what the total is, where it is not the sum of the others
     */
    public record Sums(Money rounding, Money creditUsed, Money paid, List<Told> told, Optional<Money> total) {
        /** Nothing between. */
        public static final Sums NONE = less(Money.ore(0));

        public Sums {
            told = List.copyOf(told);
        }

        /** So much of a credit balance was used. */
        public static Sums less(Money creditUsed) {
            return less(creditUsed, Money.ore(0));
        }

        /** So much of a credit balance was used, and so much has been paid before. */
        public static Sums less(Money creditUsed, Money paid) {
            return new Sums(Money.ore(0), creditUsed, paid, List.of(), Optional.empty());
        }

        /** These are told above a total, which may be another than that of the rows. */
        public static Sums telling(List<Told> told, Money total) {
            return new Sums(Money.ore(0), Money.ore(0), Money.ore(0), told, Optional.of(total));
        }
    }

    /** A sum with its name. */
    public record Told(String label, Money amount) {}

    /** The reference to pay with, and the day to pay by, which on a reminder is not the due date. */
    public record Payment(OcrReference ocr, LocalDate payBy) {}

    /** The invoice that this document is about. */
    public record Original(String number, LocalDate issuedOn, LocalDate dueOn, Money amount) {}

    /**
     * The seller's own words; each may be empty.
     *
     * @param message free text of the group
     * @param vatNote why no tax is charged
     * @param lateNote fee and interest, with their basis
     * @param own heading, lead and foot in words of groups' own
     */
    public record Wording(String message, String vatNote, String lateNote, Words own) {
        /** In the product's own words. */
        public Wording(String message, String vatNote, String lateNote) {
            this(message, vatNote, lateNote, Words.NONE);
        }

        /** No words. */
        public static final Wording NONE = new Wording("", "", "");
    }
}
