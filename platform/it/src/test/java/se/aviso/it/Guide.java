package se.aviso.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of a guide that are there to be done, in order, each with what stands above it. */
record Guide(List<Block> blocks) {
    private static final Pattern FENCED =
            Pattern.compile("^```(?<kind>[a-z]+)\\n(?<text>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`:\\s*$");
    private static final String OWN_TERMINAL = "# in a terminal of its own, until it says: ";

    Guide {
        blocks = List.copyOf(blocks);
    }

    /** A block, the line above it, and which kind of text it says that it is. */
    record Block(String above, String kind, String text) {
        /** Commands. */
        boolean isRun() {
            return kind.equals("bash");
        }

        /** A file of code. */
        boolean isWritten() {
            return kind.equals("java");
        }

        /** What the commands before have said. */
        boolean isSaid() {
            return kind.equals("text");
        }

        /** The file of which it is the text. */
        String file() {
            var name = NAMED.matcher(above);
            if (!name.find()) {
                throw new IllegalStateException("no file is named above a block of code, but: " + above);
            }
            return name.group(1);
        }

        /** True where its commands go on, beside those that follow. */
        boolean isBeside() {
            return text.startsWith(OWN_TERMINAL);
        }

        /** What is waited for before the next block is done. */
        String awaited() {
            return text.lines().findFirst().orElseThrow().substring(OWN_TERMINAL.length());
        }
    }

    /** Reads a file of Markdown. */
    static Guide read(Path file) throws IOException {
        var blocks = new ArrayList<Block>();
        var guide = Files.readString(file);
        var fenced = FENCED.matcher(guide);
        while (fenced.find()) {
            blocks.add(new Block(
                    lastLine(guide.substring(0, fenced.start())), fenced.group("kind"), fenced.group("text")));
        }
        return new Guide(blocks);
    }

    private static String lastLine(String text) {
        return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    }
}
