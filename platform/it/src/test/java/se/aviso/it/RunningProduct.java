package se.aviso.it;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the product once, at the first test that wants it, and ends it behind the last. */
final class RunningProduct implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private record Running(Product product) implements CloseableResource {
        @Override
        public void close() {
            product.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        product(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        product(context).books().requireClean();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }

    private static Product product(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningProduct.class))
                .getOrComputeIfAbsent(Product.class, key -> new Running(Product.start()), Running.class)
                .product();
    }
}
