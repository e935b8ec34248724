package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.bank.Problem;

/** Looks through a kept file for nobody in particular: whether it can be trusted as a whole, and its sections. */
@ApplicationScoped
public class SurveyBankFile {
    private static final System.Logger LOG = System.getLogger(SurveyBankFile.class.getName());

    /** Whoever a section's money is for, the file is proven by the same rules; nobody is asked who. */
    private static final GroupId ANYBODY = new GroupId(new UUID(0, 0));

    @Inject
    BankFileReader reader;

    /**
     * A section, by what it has to say of itself.
     *
     * @param amount payments less deductions
     */
    public record Part(List<GiroNumber> accounts, long records, Money amount, LocalDate bookedOn) {
        /** By which a tenant is told which sections are its own. */
        public String identity() {
            return Section.identity(accounts);
        }
    }

    /**
     * What was found.
     *
     * @param format empty where none recognises the file
     */
    public record Survey(Optional<String> format, List<Part> parts, List<BankFileRecord.Fault> faults, boolean sound) {}

    /** Reads the file once. */
    public Survey survey(UUID vaultId) {
        var file = reader.open(vaultId);
        var format = reader.format(file);
        if (format.isEmpty()) {
            return stopped(Optional.empty(), reader.unknown(file));
        }
        var name = Optional.of(format.get().name().value());
        var sink = new SurveySink(new ProvingSink(rules()));
        try {
            reader.prove(format.get(), file, sink);
        } catch (RuleViolation untried) {
            throw untried; // the file stays as it came, and is taken up again
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "a picked up bank file cannot be read: " + vaultId, unreadable);
            return stopped(name, BankFileReader.unreadable(format.get()));
        }
        var proof = sink.proof();
        return new Survey(name, sink.parts(), proof.outcome().problems(), proof.isSound());
    }

    private static Survey stopped(Optional<String> format, List<Problem> problems) {
        return new Survey(format, List.of(), BankFileRecord.Fault.of(problems), false);
    }

    /** Test files and days to come are the business of each tenant's own pass. */
    private static ProvingSink.Rules rules() {
        return new ProvingSink.Rules(true, LocalDate.MAX, seller -> true, SurveyBankFile::anybody, Optional.empty());
    }

    private static Optional<Section.Receiver> anybody(List<GiroNumber> accounts) {
        var giro = accounts.get(0);
        return Optional.of(new Section.Receiver(ANYBODY, giro, giro, List.of(giro.key())));
    }
}
