package io.cloudshop.products.translation;

/**
 * What a product is called in another language.
 *
 * @param revision another one with each change, of all products together
 */
public record TranslatedText(String name, String description, long revision) {}
