package io.cloudshop.auth.address;

import io.cloudshop.database.ScalarQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses by whose they are: another's do not exist. Ids sort by time. */
@ApplicationScoped
class AddressRepository implements PanacheRepositoryBase<Address, UUID> {

    List<Address> of(UUID userId) {
        return find("userId = :user order by id", Parameters.with("user", userId))
                .page(0, AddressBook.MOST)
                .list();
    }

    Optional<Address> findOwn(UUID userId, UUID id) {
        return find("id = :id and userId = :user", Parameters.with("id", id).and("user", userId))
                .firstResultOptional();
    }

    Optional<Address> oldest(UUID userId) {
        return find("userId = :user order by id", Parameters.with("user", userId))
                .firstResultOptional();
    }

    /** The lowest place of the book that is free, if there is one. */
    Optional<Integer> freeSlot(UUID userId) {
        return ScalarQuery.of(getEntityManager(), """
                        select slot from generate_series(1, :most) slot
                         where not exists (select 1 from addresses where user_id = :user and addresses.slot = slot.slot)
                         order by slot limit 1""", Integer.class)
                .setParameter("most", AddressBook.MOST)
                .setParameter("user", userId)
                .uniqueResultOptional();
    }

    /** Before another becomes the default, and before addresses are read: what was read earlier does not hear of it. */
    void dropDefault(UUID userId) {
        update("standard = false where userId = :user and standard", Parameters.with("user", userId));
    }
}
