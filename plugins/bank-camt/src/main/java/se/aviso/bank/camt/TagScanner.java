package se.aviso.bank.camt;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Notes at which byte each tag begins, ahead of the parser, and refuses what no bank sends: a document type, deep
 * nesting, a piece of markup or text without end.
 *
 * <p>The parser cannot be asked: a StAX location counts characters, is an {@code int}, and points behind the tag. Nor
 * does a document type reach it, so that no entity is ever declared. Whether the text is well-formed is the parser's
 * question; as long as it is, the tags of both come in the same order.
 */
final class TagScanner {
    /** A camt file nests some fifteen levels deep. */
    private static final int DEEPEST = 64;

    /** Longer than any tag or text in a bank file, and small enough to hold. */
    private static final int LONGEST = 65_536;

    private enum State {
        TEXT,
        OPENED,
        START_TAG,
        QUOTED,
        END_TAG,
        DECLARATION,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final Deque<Long> tags = new ArrayDeque<>();
    private State state = State.TEXT;
    private long start;
    private int length;
    private int depth;
    private boolean rooted;
    private char quote;
    private char last;
    private char lastButOne;

    /** Takes what follows and changes nothing, up to the next sign that does; answers how many characters these are. */
    int pass(char[] characters, int from, int to) {
        var end = Math.min(to, from + LONGEST - length);
        var at = from;
        while (at < end && changesNothing(characters[at])) {
            at++;
        }
        if (at > from) {
            length += at - from;
            lastButOne = at - from > 1 ? characters[at - 2] : last;
            last = characters[at - 1];
        }
        return at - from;
    }

    private boolean changesNothing(char character) {
        return switch (state) {
            case TEXT -> character != '<';
            case START_TAG -> character != '>' && character != '"' && character != '\'';
            case END_TAG -> character != '>';
            case OPENED, QUOTED, DECLARATION, COMMENT, CDATA, INSTRUCTION -> false;
        };
    }

    /** Takes the next character, which stands at that byte. */
    void take(char character, long offset) throws Refusal {
        if (++length > LONGEST) {
            throw new Refusal("LONG_PART", "a tag or text is longer than " + LONGEST + " characters", start);
        }
        switch (state) {
            case TEXT -> text(character, offset);
            case OPENED -> opened(character);
            case START_TAG -> startTag(character);
            case QUOTED -> state = character == quote ? State.START_TAG : state;
            case END_TAG -> endTag(character);
            case DECLARATION -> declaration(character);
            case COMMENT -> endBehind(last == '-' && lastButOne == '-', character);
            case CDATA -> endBehind(last == ']' && lastButOne == ']', character);
            case INSTRUCTION -> endBehind(last == '?', character);
        }
        lastButOne = last;
        last = character;
    }

    private void text(char character, long offset) {
        if (character == '<') {
            start = offset;
            length = 0;
            state = State.OPENED;
        }
    }

    private void opened(char character) {
        state = switch (character) {
            case '/' -> State.END_TAG;
            case '!' -> State.DECLARATION;
            case '?' -> State.INSTRUCTION;
            default -> State.START_TAG;
        };
    }

    private void startTag(char character) throws Refusal {
        if (character == '"' || character == '\'') {
            quote = character;
            state = State.QUOTED;
        } else if (character == '>') {
            begin();
            if (last == '/') {
                end();
            }
        }
    }

    private void endTag(char character) {
        if (character == '>') {
            end();
        }
    }

    private void begin() throws Refusal {
        rooted = true;
        if (++depth > DEEPEST) {
            throw new Refusal("TOO_DEEP", "elements are nested more than " + DEEPEST + " levels deep", start);
        }
        tags.add(start);
        backToText();
    }

    private void end() {
        depth--;
        tags.add(start);
        backToText();
    }

    private void backToText() {
        state = State.TEXT;
        length = 0;
    }

    private void declaration(char character) throws Refusal {
        if (character == '-' && last == '!') {
            return;
        }
        state = switch (character) {
            case '-' -> State.COMMENT;
            case '[' -> State.CDATA;
            default -> throw new Refusal("DOCUMENT_TYPE", "the file has a document type, which is refused", start);
        };
        lastButOne = 0;
        last = 0;
    }

    private void endBehind(boolean closing, char character) {
        if (closing && character == '>') {
            backToText();
        }
    }

    /**
     * Where the next tag begins that nobody has asked for; a tag that ends itself counts as two. The parser lets some
     * text pass that is no XML: where it has seen a tag of which nothing stands here, the text is refused.
     */
    long next() throws Refusal {
        var offset = tags.poll();
        if (offset == null) {
            throw new Refusal("MALFORMED", "this is not well-formed XML: a tag that does not stand there", start);
        }
        return offset;
    }

    /** True when the text may end here: every element that began has ended, and there was one. */
    boolean isWhole() {
        return rooted && depth == 0 && state == State.TEXT;
    }
}
