package se.aviso.pagewriter;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.ValueResolver;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of Handlebars that a tenant's template may use: values of maps, and four helpers. */
final class Sandbox {
    private static final int MOST_SOURCE_CHARS = 256 * 1024;
    static final Pattern RAW_OR_PARTIAL = Pattern.compile("\\{\\{\\{|\\{\\{~?\\s*(?:&|>|\\*|#\\s*[>*])");
    private static final Pattern ADDRESS_OR_IMPORT =
            Pattern.compile("url\\s*\\(|@import|@font-face|expression\\s*\\(|</|\\\\", Pattern.CASE_INSENSITIVE);
    private static final Handlebars HANDLEBARS =
            new Handlebars(new NoLoader()).with(new FewHelpers()).with(EscapingStrategy.HTML_ENTITY);

    private Sandbox() {}

    /** The compiled template; thread-safe. */
    static Template compile(String html) {
        requireSize(html);
        if (RAW_OR_PARTIAL.matcher(html).find()) {
            throw new TemplateRefused("a template may neither print raw values nor include other templates");
        }
        try {
            return HANDLEBARS.compileInline(html);
        } catch (IOException | HandlebarsException notATemplate) {
            throw new TemplateRefused("the template cannot be read", notATemplate);
        }
    }

    /** The style sheet as it came, after it was found to reach nothing outside. */
    static String checkedCss(String css) {
        requireSize(css);
        if (ADDRESS_OR_IMPORT.matcher(css).find()) {
            throw new TemplateRefused("a style sheet may name no address, font file or other sheet");
        }
        return css;
    }

    /** The template filled with the model, at most so many characters. */
    static String fill(Template template, Map<String, Object> model, int mostChars) {
        var filled = new BoundedWriter(mostChars);
        try {
            template.apply(
                    Context.newBuilder(model).resolver(new PatientResolver()).build(), filled);
            return filled.toString();
        } catch (IOException | HandlebarsException notFilled) {
            throw new TemplateRefused("the template cannot be filled", notFilled);
        }
    }

    private static void requireSize(String source) {
        if (source.length() > MOST_SOURCE_CHARS) {
            throw new TemplateRefused("a template has at most " + MOST_SOURCE_CHARS + " characters");
        }
    }

    /** Values of maps, so and so many of them: loops in loops come to an end. */
    private static final class PatientResolver implements ValueResolver {
        private static final int MOST = 1_000_000;
        private int asked;

        @Override
        public Object resolve(Object context, String name) {
            asked++;
            if (asked > MOST) {
                throw new TemplateRefused("the template's loops take too long");
            }
            return MapValueResolver.INSTANCE.resolve(context, name);
        }

        @Override
        public Object resolve(Object context) {
            return MapValueResolver.INSTANCE.resolve(context);
        }

        @Override
        public Set<Map.Entry<String, Object>> propertySet(Object context) {
            return MapValueResolver.INSTANCE.propertySet(context);
        }
    }

    /** Finds no template: there is none but the one being compiled. */
    private static final class NoLoader extends AbstractTemplateLoader {
        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new IOException("no template may load another");
        }
    }

    /** Hides every helper but those that neither load, log nor translate. */
    private static final class FewHelpers extends DefaultHelperRegistry {
        private static final Set<String> ALLOWED = Set.of("if", "unless", "each", "with");

        @Override
        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the library's contract: null where none is
        public <C> @Nullable Helper<C> helper(String name) {
            return ALLOWED.contains(name) ? super.helper(name) : null;
        }
    }
}
