package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.payment.SurveyBankFile;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;

/**
 * Takes a file that came for whoever it belongs to: keep its bytes, prove it as a whole, find the owner of each
 * section, and let each owner take its own by the same path as a file that it hands in itself.
 *
 * <p>Each step is a transaction of its own: what a crash breaks off is gone on with, and what is booked is known by the
 * bank's keys. A section that is nobody's stays with the operator until somebody has its number.
 */
@ApplicationScoped
public class PickUpFile {
    private static final System.Logger LOG = System.getLogger(PickUpFile.class.getName());

    @Inject
    KeepPickedFile files;

    @Inject
    SurveyBankFile survey;

    @Inject
    FindOwners owners;

    @Inject
    ImportBankFile importFile;

    /** What came of bytes; known when they came before. */
    public record Taken(PickedFile file, boolean known) {}

    /** Keeps the bytes and hands their sections on; known bytes change nothing. */
    public Taken take(InputStream bytes, Came came) throws IOException {
        try {
            return new Taken(goOn(files.keep(bytes, came)), false);
        } catch (KeepPickedFile.KnownException known) {
            var file = files.find(known.file());
            return new Taken(file.state() == PickedState.RECEIVED ? goOn(file.id()) : file, true);
        }
    }

    /** Goes on with a file where a crash has broken it off. */
    public PickedFile goOn(UUID id) {
        var file = files.find(id);
        if (files.parts(id).isEmpty()) {
            var found = survey.survey(file.vaultId());
            files.surveyed(id, found);
            if (!found.sound()) {
                return stop(file, found);
            }
        }
        files.assign(id, owners.owners(open(id), file.scope().map(TenantId::new)));
        return distribute(files.find(id));
    }

    /**
     * Looks once more whose the sections are that were nobody's; from a folder of one tenant they may go to others now.
     */
    public PickedFile handOver(UUID id) {
        files.assign(id, owners.owners(open(id), Optional.empty()));
        var file = files.find(id);
        return file.state() == PickedState.RECEIVED ? distribute(file) : file;
    }

    /** The files that were broken off so long ago. */
    public List<UUID> unfinished(Duration age) {
        return files.unfinished(age);
    }

    private List<PickedFile.Part> open(UUID id) {
        return files.parts(id).stream()
                .filter(part -> part.receiver().isEmpty())
                .toList();
    }

    private PickedFile distribute(PickedFile file) {
        var parts = files.parts(file.id());
        var name = nameFor(file, parts);
        var whole = true;
        for (var receiver : receivers(parts).entrySet()) {
            whole &= handOn(file, name, receiver);
        }
        if (whole) {
            files.state(file.id(), open(file.id()).isEmpty() ? PickedState.DISTRIBUTED : PickedState.WAITING);
        }
        var done = files.find(file.id());
        LOG.log(
                System.Logger.Level.INFO,
                "picked up bank file {0} is {1}: {2} sections",
                done.id(),
                done.state(),
                parts.size());
        return done;
    }

    /** One tenant that fails stands in no other's way; the file is gone on with later. */
    private boolean handOn(PickedFile file, String name, Map.Entry<UUID, Set<String>> receiver) {
        try {
            Tenancy.within(new TenantId(receiver.getKey()), () -> {
                importFile.takeShared(files.bytes(file), name, receiver.getValue());
                files.serves(file.sourceId());
            });
            return true;
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "bank file " + file.id() + " failed for tenant " + receiver.getKey() + " and is tried again",
                    failed);
            return false;
        }
    }

    private static Map<UUID, Set<String>> receivers(List<PickedFile.Part> parts) {
        return parts.stream()
                .filter(part -> part.receiver().isPresent())
                .collect(Collectors.groupingBy(
                        part -> part.receiver().orElseThrow(),
                        Collectors.mapping(PickedFile.Part::identity, Collectors.toCollection(TreeSet::new))));
    }

    /** A name may say something of others; it is told only where there are none. */
    private static String nameFor(PickedFile file, List<PickedFile.Part> parts) {
        var receivers = parts.stream().map(PickedFile.Part::receiver).collect(Collectors.toSet());
        if (receivers.size() == 1 && !receivers.contains(Optional.<UUID>empty())) {
            return file.name();
        }
        return file.format().orElse("") + " " + LocalDate.ofInstant(file.receivedAt(), ZoneOffset.UTC);
    }

    /**
     * The tenant in whose folder it lay is told; of a file that may hold others' sections only what kind of fault it
     * has.
     */
    private PickedFile stop(PickedFile file, SurveyBankFile.Survey survey) {
        var faults = survey.faults().stream()
                .map(fault -> new BankFileRecord.Fault(1, 0, fault.code(), "the operator knows where in the file"))
                .distinct()
                .toList();
        file.scope()
                .ifPresent(tenant -> Tenancy.within(
                        new TenantId(tenant), () -> importFile.stop(files.bytes(file), file.name(), faults)));
        files.state(file.id(), PickedState.QUARANTINED);
        LOG.log(System.Logger.Level.WARNING, "picked up bank file {0} cannot be trusted and is stopped", file.id());
        return files.find(file.id());
    }
}
