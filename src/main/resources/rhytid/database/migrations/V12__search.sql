-- Patients are looked for by any part of their names: three letters in a row lead to them without reading all. Where the
-- server does not have pg_trgm, or does not let us, the search goes on as before, slower.
set local statement_timeout = 0; -- once, at a clinic's size: the pool's own limit is for requests

-- What is looked through; a function, so that index and query cannot come apart.
create function patient_words(name text, given_name text, family_name text, reference text) returns text
    language sql immutable parallel safe
    as $$ select coalesce(name || ' ', '') || coalesce(given_name || ' ', '') || coalesce(family_name || ' ', '')
                 || coalesce(reference, '') $$;

do $$ begin
    create extension if not exists pg_trgm;
    create index patient_words on patient
        using gin (patient_words(name, given_name, family_name, reference) gin_trgm_ops);
    analyze patient;
exception
    when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
        raise notice 'no pg_trgm: patients are looked for without an index (%)', sqlerrm;
end $$;
