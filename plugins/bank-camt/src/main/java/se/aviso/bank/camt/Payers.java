package se.aviso.bank.camt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.spi.bank.Payer;

/** Who paid: the debtor, or the one behind the debtor where only that one has a name; old and new form alike. */
final class Payers {
    private static final List<String> PARTIES =
            List.of("RltdPties/Dbtr/Pty", "RltdPties/Dbtr", "RltdPties/UltmtDbtr/Pty", "RltdPties/UltmtDbtr");

    private Payers() {}

    static Optional<Payer> of(Element detail) {
        var parties = named(detail);
        var account = account(detail);
        if (parties.isEmpty() && account.isEmpty()) {
            return Optional.empty();
        }
        var party = parties.orElseGet(() -> detail);
        var address = party.first("PstlAdr").map(Payers::address).orElseGet(() -> new Payer.Address("", "", "", ""));
        var name = parties.flatMap(it -> it.text("Nm")).orElse("");
        return Optional.of(new Payer(name, address, account, organisationNumber(party)));
    }

    private static Optional<Element> named(Element detail) {
        for (var path : PARTIES) {
            var party = detail.all(path)
                    .filter(found -> found.text("Nm").isPresent())
                    .findFirst();
            if (party.isPresent()) {
                return party;
            }
        }
        return Optional.empty();
    }

    /** The account's IBAN, or the number that its scheme gives it: a bankgiro, or a mobile number of Swish. */
    private static String account(Element detail) {
        return detail.text("RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id")
                .orElse("");
    }

    /** Structured, or in lines, of which the first is taken for the street and the rest for the town. */
    private static Payer.Address address(Element postal) {
        var lines = postal.texts("AdrLine").toList();
        var street = postal.text("StrtNm")
                .map(name ->
                        Stream.concat(Stream.of(name), postal.texts("BldgNb")).collect(Collectors.joining(" ")))
                .orElseGet(() -> lines.isEmpty() ? "" : lines.get(0));
        var town = postal.text("TwnNm").orElseGet(() -> lines.stream().skip(1).collect(Collectors.joining(", ")));
        var code = postal.text("PstCd").orElse("").replace(" ", "");
        return new Payer.Address(street, code, town, postal.text("Ctry").orElse(""));
    }

    /** Ten digits, or twelve of which the first two are the century. */
    private static String organisationNumber(Element party) {
        return party.text("Id/OrgId/Othr/Id", "Id/PrvtId/Othr/Id")
                .map(text -> text.replaceAll("[\\s-]", ""))
                .filter(digits -> digits.matches("[0-9]{10}|[0-9]{12}"))
                .map(digits -> digits.substring(digits.length() - 10))
                .orElse("");
    }
}
