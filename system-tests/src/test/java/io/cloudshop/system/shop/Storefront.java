package io.cloudshop.system.shop;

import java.util.UUID;

/** A shop as {@link Shoppers} know it: its page, and its API behind the gateway. */
public interface Storefront {

    /** A product of which there is more than anybody buys. */
    UUID givenProduct();

    /** The API as a new customer reaches it. */
    Api apiOfNewCustomer();

    /** Where the shop's page is. */
    Api pages();
}
