mod mixing;
mod refusal;
