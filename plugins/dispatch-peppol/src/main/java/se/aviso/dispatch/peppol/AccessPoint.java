package se.aviso.dispatch.peppol;

import java.util.UUID;
import se.aviso.spi.dispatch.Receipt;

/** Where valid documents are handed over; it sends them on into the network. For one chunk. */
interface AccessPoint {
    /**
     * Hands a document over.
     *
     * @param id tells it from all others: the same one again is seen to be the same
     */
    Receipt put(UUID id, byte[] document);
}
