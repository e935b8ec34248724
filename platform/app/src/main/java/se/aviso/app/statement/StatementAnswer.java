package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import se.aviso.app.dispatch.PdfAnswer;
import se.aviso.app.screen.Address;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.RuleViolation;

/** A receipt or statement that an address of ours names, as the answer to a browser. */
@RequestScoped
class StatementAnswer {
    @Inject
    Address address;

    @Inject
    PdfAnswer answer;

    /**
     * The receipt for the invoice that the address names. Of an invoice that is not paid there is none: its page says
     * what is left to pay.
     */
    void receipt(Function<UUID, byte[]> pdf, String page, HttpServletResponse response) throws IOException {
        var id = address.id("id");
        try {
            answer.write(id.flatMap(invoice -> known(() -> pdf.apply(invoice))), "kvitto.pdf", response);
        } catch (RuleViolation notPaid) {
            response.sendRedirect(address.at(page));
        }
    }

    /** The statement of the member, year and seller that the address names. */
    void statement(BiFunction<UUID, ShowStatements.Which, byte[]> pdf, HttpServletResponse response)
            throws IOException {
        var member = address.id("id");
        var which = address.criteria()
                .number("year")
                .filter(year -> year.intValue() == year)
                .map(Long::intValue)
                .flatMap(year -> address.id("seller").map(seller -> new ShowStatements.Which(year, seller)));
        var found = member.flatMap(id -> which.flatMap(asked -> known(() -> pdf.apply(id, asked))));
        answer.write(found, "arsbesked.pdf", response);
    }

    private static Optional<byte[]> known(Supplier<byte[]> pdf) {
        try {
            return Optional.of(pdf.get());
        } catch (HttpProblem unknown) {
            return Optional.empty(); // somebody else's, or nobody's
        }
    }
}
