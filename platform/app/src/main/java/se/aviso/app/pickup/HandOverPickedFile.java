package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** An operator hands a file in, or hands the rest of one over to those who have its numbers by now. */
@ApplicationScoped
public class HandOverPickedFile {
    @Inject
    PickUpFile pickUp;

    @Inject
    SettlePickedFile settle;

    /** Takes a file that may hold sections of several tenants. */
    public PickUpFile.Taken take(InputStream bytes, String name) throws IOException {
        return pickUp.take(bytes, new Came(BankSource.UPLOAD, name, Optional.empty()));
    }

    /** Hands its open sections to those who have their numbers by now. */
    public PickedFile handOver(UUID id) {
        settle.handingOver(id);
        return pickUp.handOver(id);
    }
}
