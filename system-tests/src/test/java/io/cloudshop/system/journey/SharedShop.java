package io.cloudshop.system.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the shop for the first test that needs it and keeps it for the others; JUnit stops it at the latest at its end. */
final class SharedShop implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalShop.class;
    }

    @Override
    public LocalShop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedShop.class))
                .computeIfAbsent(LocalShop.class, type -> new LocalShop(), LocalShop.class)
                .ready();
    }
}
