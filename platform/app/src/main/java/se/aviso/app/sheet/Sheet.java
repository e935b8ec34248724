package se.aviso.app.sheet;

import java.io.IOException;
import java.util.List;

/** A list that is being written; each row leaves for the reader before many more are there. */
public interface Sheet extends AutoCloseable {
    /** Adds a row. */
    void row(List<Cell> cells) throws IOException;

    /** Ends the file, and leaves the stream open. */
    @Override
    void close() throws IOException;
}
