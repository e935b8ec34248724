package se.aviso.bank.swish;

import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.banktext.Problems;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Place;

/** How one bank lays its report out: takes the rows one by one, the first one too, and then the end of the file. */
interface Layout {
    /** A start record of Handelsbanken: record type, report date, date to which it goes, and perhaps a time of day. */
    Pattern HANDELSBANKEN =
            Pattern.compile("01([;,]) ?[0-9]{4}-[0-9]{2}-[0-9]{2} ?\\1 ?[0-9]{4}-[0-9]{2}-[0-9]{2} ?(\\1.*)?");

    /** The title of Swedbank's report, or the names of its columns where somebody has cut the title off. */
    Pattern SWEDBANK = Pattern.compile(
            "\"?\\* ?Swish-?rapport\\b.*|\"?Radnr\"?[;,\\t](?=.*\\bMottagarnr\\b)(?=.*\\bBelopp\\b).*",
            Pattern.CASE_INSENSITIVE);

    void take(Row row);

    /** The file ends here. */
    void finish(Place end);

    /** How sure it is, by the first line, that a text is a report in one of the layouts. */
    static Confidence probe(String text) {
        var first = text.stripLeading().lines().findFirst().orElse("").strip();
        var known = HANDELSBANKEN.matcher(first).matches()
                || SWEDBANK.matcher(first).matches();
        return known ? Confidence.SURE : Confidence.NONE;
    }

    /** The layout by the first row; a file of another kind is refused. */
    static Optional<Layout> of(Row first, BankFileSink sink, Problems problems) {
        var text = first.text().strip();
        var handelsbanken = HANDELSBANKEN.matcher(text);
        var booking = new TransactionBooking(sink, problems);
        if (handelsbanken.matches()) {
            return Optional.of(new Handelsbanken(handelsbanken.group(1).charAt(0), sink, problems, booking));
        } else if (SWEDBANK.matcher(text).matches()) {
            return Optional.of(new Swedbank(sink, problems, booking));
        }
        problems.stop("NOT_SWISH", "the first line is that of no Swish report that is read", first.place());
        return Optional.empty();
    }
}
