//! Forms to start from.

use crate::fixtures::{add_organisation, add_person, world};
use crate::support::{Bed, noon};
use backend::store::templates::{self, TemplateRow};
use domain::form::OpportunityForm;
use domain::ids::TemplateId;
use sqlx::types::Json;

pub async fn templates_of_an_organisation_and_of_the_centre(bed: &Bed) {
    let mut tx = bed.write().await;
    let world = world(bed, &mut tx).await;
    let elsewhere = add_organisation(bed, &mut tx, "Fundacja", None).await;
    let anna = add_person(bed, &mut tx, "Anna Żak").await;
    let row = |name: &str, organisation_id| TemplateRow {
        id: bed.id(),
        organisation_id,
        name: name.into(),
        form: Json(OpportunityForm { title: name.into(), ..OpportunityForm::default() }),
        created_by: anna,
        created_at: noon(),
    };
    let own = row("Planszówki", Some(world.organisation));
    let theirs = row("Spacer", Some(elsewhere));
    let common = row("Festyn", None);
    for row in [&own, &theirs, &common] {
        templates::add(&mut tx, row).await.unwrap();
    }
    let found = templates::list(&mut tx, Some(&[world.organisation])).await.unwrap();
    assert_eq!(found, [common.clone(), own.clone()]);
    assert_eq!(templates::list(&mut tx, None).await.unwrap(), [common, own.clone(), theirs]);
    assert_eq!(templates::find(&mut tx, own.id).await.unwrap(), Some(own.clone()));
    templates::rename(&mut tx, own.id, "Gry").await.unwrap();
    let renamed = TemplateRow { name: "Gry".into(), ..own.clone() };
    assert_eq!(templates::find(&mut tx, own.id).await.unwrap(), Some(renamed));
    templates::remove(&mut tx, own.id).await.unwrap();
    assert_eq!(templates::find(&mut tx, own.id).await.unwrap(), None);
    assert_eq!(templates::find(&mut tx, bed.id::<TemplateId>()).await.unwrap(), None);
}
