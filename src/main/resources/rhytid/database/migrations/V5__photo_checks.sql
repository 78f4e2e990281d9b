-- What the photo gate said of a photo when it was uploaded; null where nobody looked.
alter table photo
    add column verdict    text check (verdict in ('fit', 'unfit')),
    add column objections json,
    add column warnings   json,
    add constraint a_verdict_comes_with_its_reasons check (
        (verdict is null) = (objections is null) and (verdict is null) = (warnings is null)
        and (coalesce(verdict, 'fit') = 'unfit') = (coalesce(json_array_length(objections), 0) > 0));
